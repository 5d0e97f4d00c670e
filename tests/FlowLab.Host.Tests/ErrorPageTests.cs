using System.Reflection;
using System.Text.RegularExpressions;
using FlowLab.Host.Errors;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Tests;

public partial class ErrorPageTests
{
    private const string Update = "FLOWLAB_UPDATE_SNAPSHOTS";

    /// <summary>What no test makes happen, and why.</summary>
    private static readonly Dictionary<string, string> Unprovoked = new()
    {
        ["FLD020"] = "a system without a folder for the user's data",
        ["FLK313"] = "needs an OpenCL device whose groups are smaller than its kernels ask for",
        ["FLK317"] = "needs an OpenCL device",
        ["FLR024"] = "a device of the machine whose drivers all fail; the reasons that it lists are provoked by DeviceOpeningTests",
    };

    private static readonly string PageFile = Path.Combine(TestFolders.Repository, "docs", "errors.md");

    [Test]
    public void The_page_is_what_the_descriptors_say()
    {
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(PageFile, ErrorCatalog.Page());
        Assert.That(File.ReadAllText(PageFile), Is.EqualTo(ErrorCatalog.Page()), $"docs/errors.md is generated: run the tests with {Update}=1");
    }

    [TestCaseSource(nameof(Numbers))]
    public void Every_number_has_a_descriptor_with_an_example_and_a_remedy(string number)
    {
        ErrorDescriptor? error = ErrorCatalog.Find(number);
        Assert.That(error, Is.Not.Null);
        Assert.That(error!.Remedy, Is.Not.Empty);
        Assert.That(error.Example.Contains(number, StringComparison.Ordinal) || error.Explanation.Contains(number, StringComparison.Ordinal), Is.True, "shown as it is printed");
    }

    [Test]
    public void Every_number_is_provoked_by_a_test_or_has_a_reason_why_not()
    {
        string[] lines = [.. Sources("tests").Where(file => Path.GetFileName(file) != "ErrorPageTests.cs").SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))];
        string[] all = [.. Numbers()], missing = [.. all.Where(number => !lines.Any(line => line.Contains(number, StringComparison.Ordinal)))];
        TestContext.Out.WriteLine($"{all.Length} numbers, {all.Length - missing.Length} of them provoked by tests");
        Assert.That(missing, Is.EquivalentTo(Unprovoked.Keys));
    }

    [Test]
    public void The_page_of_planted_mistakes_names_numbers_and_tests_that_there_are()
    {
        string page = File.ReadAllText(Path.Combine(TestFolders.Repository, "docs", "faults.md"));
        Assert.That(NumberPattern().Matches(page).Select(match => match.Value).Where(number => ErrorCatalog.Find(number) is null), Is.Empty);
        HashSet<string?> tests = [.. Sources("tests").Select(Path.GetFileNameWithoutExtension)];
        string[] named = [.. Regex.Matches(page, "`([A-Za-z]+Tests)`").Select(match => match.Groups[1].Value).Distinct()];
        Assert.That(named, Has.Length.GreaterThan(5).And.All.Matches<string>(tests.Contains));
    }

    [Test]
    public void Numbers_are_different_and_in_order()
    {
        Assert.That(ErrorCatalog.Errors.Select(error => error.Number), Is.Unique);
        foreach (ErrorRoom room in ErrorCatalog.Rooms)
            Assert.That(room.Errors.Select(error => error.Number), Is.Ordered);
    }

    [Test]
    public void Numbers_of_every_room_are_found() =>
        Assert.That(Numbers().Select(number => number[..3]).Distinct(), Is.SupersetOf(new[] { "FLA", "FLD", "FLE", "FLG", "FLK", "FLM", "FLP", "FLR", "FLX" }));

    [Test]
    public void No_number_has_two_meanings() => Assert.That(
        new[] { typeof(ManifestFaultNumbers), typeof(PluginFaultNumbers) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.GetRawConstantValue()),
        Is.Unique);

    [TestCase("FLK107", "FLK101 to FLK121")]
    [TestCase(" flm012", "FLM012")]
    [TestCase("FLM0120", null)]
    [TestCase("FLK122", null)]
    [TestCase("", null)]
    public void A_number_is_found_by_itself_or_within_a_range(string written, string? number) => Assert.That(ErrorCatalog.Find(written)?.Number, Is.EqualTo(number));

    /// <summary>All numbers that the sources write beside their descriptors, wherever they keep them.</summary>
    private static IEnumerable<string> Numbers() =>
        new[] { "src", "plugins" }
            .SelectMany(Sources)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Errors{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => NumberPattern().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("FL[A-Z][0-9]{3}")]
    private static partial Regex NumberPattern();
}
