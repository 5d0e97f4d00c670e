using System.Reflection;
using System.Text.RegularExpressions;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Tests;

public partial class ErrorPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TestFolders.Repository, "docs", "errors.md"));

    [TestCaseSource(nameof(Numbers))]
    public void Every_number_has_a_section_with_meaning_example_and_remedy(string number)
    {
        int start = Page.IndexOf($"\n### {number} ", StringComparison.Ordinal);
        Assert.That(start, Is.Not.Negative, "section");
        int end = Page.IndexOf("\n### ", start + 1, StringComparison.Ordinal);
        string section = end < 0 ? Page[start..] : Page[start..end];
        Assert.That(section, Does.Contain("```").And.Contain(number).And.Contain("**What to do.**"));
    }

    [Test]
    public void Numbers_are_different() => Assert.That(Numbers(), Is.Unique);

    [Test]
    public void Numbers_of_every_room_are_found() =>
        Assert.That(Numbers().Select(number => number[..3]).Distinct(), Is.SupersetOf(new[] { "FLD", "FLE", "FLG", "FLK", "FLM", "FLP", "FLR", "FLX" }));

    [Test]
    public void No_number_has_two_meanings() => Assert.That(
        new[] { typeof(ManifestFaultNumbers), typeof(PluginFaultNumbers) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.GetRawConstantValue()),
        Is.Unique);

    /// <summary>All numbers that the sources write, wherever they keep them.</summary>
    private static IEnumerable<string> Numbers() =>
        new[] { "src", "plugins" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => NumberPattern().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("FL[A-Z][0-9]{3}")]
    private static partial Regex NumberPattern();
}
