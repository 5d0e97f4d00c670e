using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tuning;

/// <summary>Reads what a length has brought out of its run.</summary>
internal static class GrowthScores
{
    /// <summary>Bounds on held-out points or fresh samples, the first that a run has.</summary>
    private static readonly string[] Bounds = ["test_bound", "test_nll", "free_energy"];

    /// <summary>The metric that decides: the one named, or the held-out bound.</summary>
    public static string MetricOf(string folder, string asked)
    {
        RunResults results = Read(folder);
        string? found = asked.Length > 0 ? asked : Bounds.FirstOrDefault(bound => results.Metrics.Any(metric => metric.Name == bound));
        MetricDescription? metric = results.Metrics.FirstOrDefault(metric => metric.Name == found && metric.LowerIsBetter is not null);
        return metric?.Name ?? throw GrowErrors.NoSuchMetric(found ?? "", results.Metrics.Where(known => known.LowerIsBetter is not null).Select(known => known.Name));
    }

    /// <summary>The numbers of a length.</summary>
    public static GrowthStep Of(string folder, int length, string metric)
    {
        CellResults cell = Read(folder).Cells.Single();
        SeedMetric[] values = [.. Named(cell, metric)];
        double[] errors = [.. Named(cell, metric + "_error").Select(value => value.Value)];
        return new GrowthStep(length, cell.UpdatesDone, values, errors.Length == values.Length ? errors : [.. values.Select(_ => double.NaN)]);
    }

    /// <summary>Writes into a run why its length was, or was not, the last.</summary>
    public static void Note(string folder, string message)
    {
        using RunStore store = RunStore.OpenToResume(RunFolder.OpenToResume(folder));
        store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, 0, null, null, RunEventKind.Note, message));
    }

    private static IEnumerable<SeedMetric> Named(CellResults cell, string metric) => cell.Metrics.Where(value => value.Metric.Name == metric).OrderBy(value => value.Seed);

    private static RunResults Read(string folder)
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(folder));
        return store.Read();
    }
}
