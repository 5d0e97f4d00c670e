using System.Reflection;

namespace FlowLab.Architecture.Tests;

/// <summary>Who may know which project.</summary>
[TestFixture]
internal sealed class PluginReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["FlowLab.Abstractions"] = [],
        ["FlowLab.Accelerators"] = [],
        ["FlowLab.Engine"] = ["FlowLab.Abstractions", "FlowLab.Accelerators"],
        ["FlowLab.Testing"] = ["FlowLab.Abstractions", "FlowLab.Accelerators", "FlowLab.Engine"],
        ["FlowLab.Ui"] = [],
        ["flowlab"] = ["FlowLab.Abstractions", "FlowLab.Accelerators", "FlowLab.Engine", "FlowLab.Testing", "FlowLab.Ui"],
    };

    private static IEnumerable<string> Projects => Allowed.Keys;

    private static IEnumerable<string> Plugins =>
        Directory.EnumerateFiles(TestContext.CurrentContext.TestDirectory, "FlowLab.Plugins.*.dll").Select(file => Path.GetFileNameWithoutExtension(file));

    [TestCaseSource(nameof(Projects))]
    public void A_project_knows_those_before_it_alone(string project) =>
        Assert.That(ReferencesOf(project), Is.SubsetOf(Allowed[project]));

    [Test]
    public void Plugins_know_the_contracts_alone()
    {
        string[] folders = [.. Directory.EnumerateFiles(Path.Combine(House.Repository, "plugins"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file))];
        Assert.That(Plugins.Select(plugin => plugin["FlowLab.Plugins.".Length..]), Is.EquivalentTo(folders), "every plugin is looked at");
        foreach (string plugin in Plugins)
            Assert.That(ReferencesOf(plugin), Is.EqualTo(new[] { "FlowLab.Abstractions" }), plugin);
    }

    [Test]
    public void The_host_knows_no_plugin() =>
        Assert.That(ReferencesOf("flowlab").Where(name => name.StartsWith("FlowLab.Plugins", StringComparison.Ordinal)), Is.Empty);

    private static string[] ReferencesOf(string assembly) => [.. Assembly.Load(assembly).GetReferencedAssemblies()
        .Select(reference => reference.Name!).Where(name => name.StartsWith("FlowLab.", StringComparison.Ordinal))];
}
