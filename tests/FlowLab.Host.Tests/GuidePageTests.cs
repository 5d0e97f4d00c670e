using System.Text.RegularExpressions;
using FlowLab.Testing.Datasets;
using FlowLab.Testing.Energies;
using FlowLab.Testing.Flows;
using FlowLab.Testing.Optimizers;
using FlowLab.Testing.Schedules;

namespace FlowLab.Host.Tests;

/// <summary>The guides show what <c>dotnet new</c> creates, which the tests of the plugins compile and try; the page of laws lists the laws that there are.</summary>
public partial class GuidePageTests
{
    private static readonly string Content = Path.Combine(TestFolders.Repository, "templates", "FlowLab.Templates", "content");

    private static readonly (string Page, string Template)[] Guides =
        [("writing-a-flow.md", "flow"), ("writing-an-energy.md", "energy"), ("writing-a-dataset.md", "dataset"), ("writing-an-optimizer.md", "optimizer")];

    /// <summary>What passes by hand look like: a test plugin that the laws are tried on.</summary>
    private static readonly string ByHand = Path.Combine(TestFolders.Repository, "tests", "TestPlugins", "BentShears");

    private static IEnumerable<TestCaseData> Snippets() =>
        from guide in Guides.Select(guide => (guide.Page, Folder: Path.Combine(Content, guide.Template))).Append((Page: "writing-passes-by-hand.md", Folder: ByHand))
        from match in SnippetPattern().Matches(Page(guide.Page))
        select new TestCaseData(guide.Folder, match.Groups[1].Value).SetArgDisplayNames(guide.Page, match.Groups[1].Value.Split('\n')[0]);

    [TestCaseSource(nameof(Snippets))]
    public void A_snippet_stands_in_the_template(string folder, string snippet) => Assert.That(
        Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories).Select(file => Unindented(File.ReadAllText(file))),
        Has.Some.Contains(Unindented(snippet)));

    [Test]
    public void Every_guide_has_its_snippets() =>
        Assert.That(Guides.Select(guide => guide.Page).Append("writing-passes-by-hand.md").Select(page => SnippetPattern().Count(Page(page))), Is.EqualTo(new[] { 7, 3, 3, 3, 12 }));

    [Test]
    public void Commands_of_a_guide_are_those_of_its_template() => Assert.Multiple(() =>
    {
        foreach ((string page, string template) in Guides)
            foreach (string command in Page(page).Split('\n').Where(line => line.StartsWith("dotnet flowlab", StringComparison.Ordinal)))
                Assert.That(File.ReadAllText(Path.Combine(Content, template, "README.md")), Does.Contain(command), page);
    });

    [Test]
    public void The_page_of_laws_has_every_law_with_its_statement()
    {
        IEnumerable<(string Name, string Statement)> laws = FlowLaws.All.Select(law => (law.Name, law.Statement))
            .Concat(EnergyLaws.All.Select(law => (law.Name, law.Statement)))
            .Concat(DatasetLaws.All.Select(law => (law.Name, law.Statement)))
            .Concat(OptimizerLaws.All.Select(law => (law.Name, law.Statement)))
            .Concat(ScheduleLaws.All.Select(law => (law.Name, law.Statement)));
        string[] rows = [.. Page("laws.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        Assert.That(rows, Is.EqualTo(laws.Select(law => $"| `{law.Name}` | {law.Statement} |")));
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(TestFolders.Repository, "docs", name));

    /// <summary>Without indentation and empty lines, so that a piece is found at any depth.</summary>
    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```(?:csharp|xml)\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex SnippetPattern();
}
