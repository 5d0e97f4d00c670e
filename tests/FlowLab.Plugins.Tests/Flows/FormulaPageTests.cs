using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>The C# of docs/from-formula-to-flow.md stands in a plugin that is compiled here and that obeys the laws of all flows.</summary>
[TestFixture]
internal sealed partial class FormulaPageTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    private static readonly string[] Sources = [.. Directory.EnumerateFiles(Path.Combine(Repository, "tests", "TestPlugins", "GeneratedFlows"), "*.cs").Select(File.ReadAllText)];

    private static IEnumerable<string> Snippets() =>
        SnippetPattern().Matches(File.ReadAllText(Path.Combine(Repository, "docs", "from-formula-to-flow.md"))).Select(match => match.Groups[1].Value);

    [TestCaseSource(nameof(Snippets))]
    public void A_snippet_stands_in_the_plugin(string snippet) => Assert.That(Sources, Has.Some.Contains(snippet));

    [Test]
    public void All_snippets_are_found_and_the_flow_is_held_by_the_laws()
    {
        Assert.That(Snippets().Count(), Is.EqualTo(7));
        Assert.That(FlowCatalogue.Setups.Select(setup => setup.Flow.Name), Does.Contain("generated-planar"));
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SnippetPattern();
}
