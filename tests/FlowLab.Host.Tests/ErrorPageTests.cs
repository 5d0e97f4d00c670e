using System.Reflection;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Tests;

public class ErrorPageTests
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

    private static IEnumerable<string> Numbers() =>
        new[] { typeof(ManifestFaultNumbers), typeof(PluginFaultNumbers) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!);
}
