using System.Text.RegularExpressions;
using FlowLab.Host.Commands;

namespace FlowLab.Host.Tests;

/// <summary>
/// docs/kernels.md shows what is there: its C# stands in the sources, its listings are those that the program prints. After an intended change
/// run the tests once with FLOWLAB_UPDATE_SNAPSHOTS=1, which writes the listings anew.
/// </summary>
public partial class KernelsPageTests
{
    private static readonly string PageFile = Path.Combine(TestFolders.Repository, "docs", "kernels.md");

    private static readonly string[] Sources =
        ["tests/FlowLab.Accelerators.Tests/Documentation/KernelsPageExamples.cs", "plugins/Optimizers/Rules/OptimizerKernels.cs"];

    private static IEnumerable<string> Examples() => CSharpPattern().Matches(File.ReadAllText(PageFile)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Listings() => ListingPattern().Matches(File.ReadAllText(PageFile)).Select(match => match.Groups[1].Value);

    [TestCaseSource(nameof(Examples))]
    public void An_example_stands_in_the_sources(string example) => Assert.That(
        Sources.Select(source => Unindented(File.ReadAllText(Path.Combine(TestFolders.Repository, source)))), Has.Some.Contains(Unindented(example)));

    [Test]
    public void All_parts_are_found() => Assert.That((Examples().Count(), Listings().Count()), Is.EqualTo((7, 3)));

    [TestCaseSource(nameof(Listings))]
    public void A_listing_is_what_the_program_prints(string command)
    {
        string printed = Print(command);
        if (Environment.GetEnvironmentVariable("FLOWLAB_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(PageFile, ListingPattern().Replace(File.ReadAllText(PageFile), match => match.Groups[1].Value == command ? Block(command, printed) : match.Value));
        string shown = ListingPattern().Matches(File.ReadAllText(PageFile)).Single(match => match.Groups[1].Value == command).Groups[2].Value;
        Assert.That(shown, Is.EqualTo(printed));
    }

    private static string Print(string command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = FlowLabCommand.Run([.. command.Split(' '), "--plugins", TestFolders.RealPlugins], output, error);
        Assert.That((code, error.ToString()), Is.EqualTo((0, "")));
        return output.ToString();
    }

    private static string Block(string command, string text) => $"<!-- flowlab {command} -->\n```\n{text}```\n";

    /// <summary>Without indentation and empty lines, so that a piece is found at any depth.</summary>
    private static string Unindented(string code) =>
        string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpPattern();

    [GeneratedRegex("<!-- flowlab (kernels show [^\n]*) -->\n```\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex ListingPattern();
}
