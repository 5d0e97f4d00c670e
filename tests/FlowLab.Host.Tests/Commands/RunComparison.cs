using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Whether two runs ended with the same bytes.</summary>
internal static class RunComparison
{
    /// <summary>Parameters and optimizer states of every cell, the summary, and every row of the databases that says something about the cells.</summary>
    public static void AssertSame(string folder, string expected)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(expected, "checkpoints"), "*.flc").Append(Path.Combine(expected, "summary.csv")))
        {
            string other = file.Replace(expected, folder, StringComparison.Ordinal);
            Assert.That(File.ReadAllBytes(other), Is.EqualTo(File.ReadAllBytes(file)), file);
        }
        Assert.That(Directory.GetFiles(Path.Combine(folder, "checkpoints")).Select(Path.GetFileName), Is.EquivalentTo(Directory.GetFiles(Path.Combine(expected, "checkpoints")).Select(Path.GetFileName)));
        RunResults one = Read(folder), two = Read(expected);
        Assert.That(one.Metrics, Is.EqualTo(two.Metrics));
        Assert.That(one.Cells.Select(cell => (cell.Cell.Index, cell.Id, cell.Cell.SettingsJson, cell.Status, cell.UpdatesDone)),
            Is.EqualTo(two.Cells.Select(cell => (cell.Cell.Index, cell.Id, cell.Cell.SettingsJson, cell.Status, cell.UpdatesDone))));
        foreach ((CellResults first, CellResults second) in one.Cells.Zip(two.Cells))
        {
            Assert.That(first.Curve, Is.EqualTo(second.Curve), first.Id);
            Assert.That(first.Metrics, Is.EqualTo(second.Metrics), first.Id);
            Assert.That(first.Audit.Select(finding => finding.ToString()), Is.EqualTo(second.Audit.Select(finding => finding.ToString())), first.Id);
            Assert.That(first.Densities.Select(density => density.Image.Values), Is.EqualTo(second.Densities.Select(density => density.Image.Values)), first.Id);
        }
        Assert.That(StoppedSeeds(one), Is.EqualTo(StoppedSeeds(two)));
    }

    /// <summary>Everything that the database of a run holds.</summary>
    public static RunResults Read(string folder)
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(folder));
        return store.Read();
    }

    private static IEnumerable<string> StoppedSeeds(RunResults results) => results.Events
        .Where(entry => entry.Kind == RunEventKind.SeedStopped).Select(entry => $"{entry.Cell} {entry.Seed} {entry.Step} {entry.Message}").Order(StringComparer.Ordinal);
}
