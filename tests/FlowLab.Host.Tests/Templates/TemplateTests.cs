using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Templates;

/// <summary>The templates of <c>dotnet new</c>. That they build, test and run takes minutes and needs a feed: <see cref="LongTests"/> in the environment asks for it.</summary>
public class TemplateTests
{
    private static readonly string Content = Path.Combine(TestFolders.Repository, "templates", "FlowLab.Templates", "content");

    private static readonly string[] Kinds = ["flow", "energy", "dataset", "optimizer"];

    [TestCaseSource(nameof(Kinds))]
    public void A_template_has_a_solution_with_plugin_tests_manifest_and_readme(string kind)
    {
        string folder = Path.Combine(Content, kind), name = "My" + char.ToUpperInvariant(kind[0]) + kind[1..];
        JsonNode template = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".template.config", "template.json")))!;
        Assert.Multiple(() =>
        {
            Assert.That((string)template["shortName"]!, Is.EqualTo($"flowlab-{kind}"));
            Assert.That((string)template["sourceName"]!, Is.EqualTo(name));
            foreach (string file in new[] { $"{name}.slnx", "manifest.json", "README.md", ".gitignore", $"src/{name}/{name}.csproj", $"src/{name}/{name}Plugin.cs", $"tests/{name}.Tests/{name}Laws.cs" })
                Assert.That(File.Exists(Path.Combine(folder, file)), file);
            Assert.That(File.ReadAllText(Path.Combine(folder, "manifest.json")), Does.Contain($"\"my-{kind}\""));
        });
    }

    [TestCaseSource(nameof(Kinds))]
    public void A_template_asks_for_the_packages_of_this_build(string kind)
    {
        string version = Property("Directory.Build.props", "Version");
        foreach ((string package, string asked) in Directory.EnumerateFiles(Path.Combine(Content, kind), "*.csproj", SearchOption.AllDirectories).SelectMany(References))
            Assert.That(asked, Is.EqualTo(package.StartsWith("FlowLab", StringComparison.Ordinal) ? version : CentralVersion(package)), package);
        JsonNode tools = JsonNode.Parse(File.ReadAllText(Path.Combine(Content, kind, ".config", "dotnet-tools.json")))!;
        Assert.That((string)tools["tools"]!["flowlab"]!["version"]!, Is.EqualTo(version));
    }

    /// <summary>Packs what the solution's build left: other tests run the program meanwhile, so nothing of it may be built anew.</summary>
    [Test]
    public void What_the_templates_create_builds_tests_and_runs_unedited()
    {
        LongTests.Require("Packs, installs, builds and runs, which takes minutes and a feed");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash", [Path.Combine(TestFolders.Repository, "build", "first-plugin.sh"), folder.Path, .. Kinds]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PACK_OPTIONS"] = "--no-build";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, () => string.Join('\n', output.Split('\n').TakeLast(40)) + error.Result);
        foreach (string kind in Kinds)
            Assert.That(output, Does.Match($@"flowlab-{kind}: \d+ s from dotnet new to run/report.html, no file edited"));
    }

    private static IEnumerable<(string Package, string Version)> References(string project) =>
        XDocument.Load(project).Descendants("PackageReference").Select(reference => ((string)reference.Attribute("Include")!, (string)reference.Attribute("Version")!));

    private static string CentralVersion(string package) =>
        XDocument.Load(Path.Combine(TestFolders.Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(entry => (string)entry.Attribute("Include")! == package).Select(entry => (string)entry.Attribute("Version")!).Single();

    private static string Property(string file, string name) =>
        XDocument.Load(Path.Combine(TestFolders.Repository, file)).Descendants(name).Single().Value;
}
