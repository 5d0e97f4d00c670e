using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowLab.Host.Tests;

/// <summary>Counts what an author of a flow writes, with the source generator and by hand, and holds the table of docs/from-formula-to-flow.md to it.</summary>
public partial class LineCountTests
{
    private const string Update = "FLOWLAB_UPDATE_SNAPSHOTS";

    private const string Generated = "tests/TestPlugins/GeneratedFlows/";

    private static readonly string Page = Path.Combine(TestFolders.Repository, "docs", "from-formula-to-flow.md");

    private static readonly (string Flow, string[] WithGenerator, string[] ByHand)[] Flows =
    [
        ("planar", [Generated + "PlanarLayer.cs", Generated + "PlanarFlow.cs"], ["plugins/Planar/PlanarFlow.cs", "plugins/Planar/PlanarKernels.cs", "plugins/Planar/PlanarConstraint.cs"]),
        ("radial", [Generated + "RadialLayer.cs", Generated + "RadialFlow.cs"], Others("plugins/Radial", "RadialSettings.cs", "RadialPlugin.cs")),
        ("coupling (affine; by hand the additive one of NICE)", [Generated + "CouplingLayer.cs", Generated + "CouplingFlow.cs"], Others("plugins/Nice", "NiceSettings.cs", "NicePlugin.cs", "NiceMixing.cs")),
    ];

    private static readonly string[] AsMap = Others("tests/TestPlugins/AffineCoupling", "AffineSettings.cs", "AffinePlugin.cs");

    [Test]
    public void The_page_says_how_many_lines_an_author_writes()
    {
        string page = File.ReadAllText(Page), written = TablePattern().Replace(page, $"<!-- lines: written by LineCountTests -->\n\n{Table()}\n<!-- end of lines -->");
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(Page, written);
        Assert.That(page, Is.EqualTo(written), $"run the tests with {Update}=1");
    }

    [Test]
    public void The_generator_leaves_less_than_half_of_the_lines_to_write() => Assert.Multiple(() =>
    {
        foreach ((string flow, string[] withGenerator, string[] byHand) in Flows)
            Assert.That(2 * Lines(withGenerator), Is.LessThan(Lines(byHand)), flow);
        Assert.That(Lines(AsMap), Is.LessThan(Lines(Flows[2].WithGenerator)), "a coupling needs no layer of its own");
    });

    private static string Table()
    {
        var table = new StringBuilder("| flow | with the generator | by hand |\n| --- | --- | --- |\n");
        foreach ((string flow, string[] withGenerator, string[] byHand) in Flows)
            table.Append(CultureInfo.InvariantCulture, $"| {flow} | {Lines(withGenerator)} | {Lines(byHand)} in {byHand.Length} files |\n");
        return table.Append(CultureInfo.InvariantCulture, $"| affine coupling as a `CouplingFlow` of a map of one component | | {Lines(AsMap)} in {AsMap.Length} files |\n").ToString();
    }

    private static int Lines(IEnumerable<string> files) =>
        files.SelectMany(file => File.ReadLines(Path.Combine(TestFolders.Repository, file))).Select(line => line.Trim()).Count(line => line.Length > 0 && line is not ("{" or "}" or "};") && !line.StartsWith("//", StringComparison.Ordinal));

    private static string[] Others(string folder, params string[] without) =>
        [.. Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, folder), "*.cs").Where(file => !without.Contains(Path.GetFileName(file))).Select(file => Path.GetRelativePath(TestFolders.Repository, file)).Order(StringComparer.Ordinal)];

    [GeneratedRegex("<!-- lines: written by LineCountTests -->.*?<!-- end of lines -->", RegexOptions.Singleline)]
    private static partial Regex TablePattern();
}
