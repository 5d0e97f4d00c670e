using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tuning;

/// <summary>Reads scores out of the run of a wave.</summary>
internal static class WaveScores
{
    /// <summary>The metric that decides: the one named, or the headline of the run's report.</summary>
    public static MetricDescription MetricOf(string folder, string name)
    {
        RunResults results = Read(folder);
        if (results.Metrics.Count == 0)
            throw TuneErrors.NothingUsable(folder, name.Length > 0 ? name : "metric");
        string? wanted = name.Length > 0 ? name : ReportPlan.Of(results, new ReportLayout("", null, [], null, null)).Headline?.Name;
        MetricDescription metric = results.Metrics.FirstOrDefault(metric => metric.Name == wanted)
            ?? throw Comparisons.ComparisonErrors.NoSuchMetric(wanted ?? "", results.Metrics.Select(metric => metric.Name));
        return metric.LowerIsBetter is null ? throw TuneErrors.NoDirection(metric.Name) : metric;
    }

    /// <summary>The scores of a wave's trials.</summary>
    public static IReadOnlyList<TrialScore> Of(string folder, TuneWave wave, IReadOnlyList<Trial> trials, string metric)
    {
        RunResults results = Read(folder);
        return [.. wave.Trials.Select(number => Score(trials[number], wave.Rung, [.. results.Cells.Where(cell => cell.Label(Trial.Axis) == trials[number].Label)], metric))];
    }

    private static RunResults Read(string folder)
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(folder));
        return store.Read();
    }

    private static TrialScore Score(Trial trial, int rung, CellResults[] cells, string name)
    {
        long updates = cells.Max(cell => cell.UpdatesDone);
        if (Fault(cells, name) is { Length: > 0 } fault)
            return new(trial, rung, updates, double.NaN, double.NaN, 0, fault);
        // A seed's score is its mean over the cells, so that the error over seeds is that of the average.
        SeedMetric[] seeds = [.. cells.SelectMany(cell => cell.Metrics.Where(value => value.Metric.Name == name)).GroupBy(value => value.Seed)
            .Select(values => values.First() with { Value = values.Average(value => value.Value) })];
        var statistics = SeedStatistics.Of(seeds[0].Metric, seeds);
        return new(trial, rung, updates, statistics.Mean, statistics.StandardError, statistics.Available, "");
    }

    /// <summary>A trial that lost a seed is no winner, however well the others did.</summary>
    private static string Fault(CellResults[] cells, string name)
    {
        foreach (CellResults cell in cells)
        {
            SeedMetric[] values = [.. cell.Metrics.Where(value => value.Metric.Name == name)];
            if (values.Length == 0)
                return $"cell {cell.Id} has no {name}";
            if (values.FirstOrDefault(value => !double.IsFinite(value.Value)) is { } missing)
                return FormattableString.Invariant($"seed {missing.Seed}: {(missing.Reason.Length > 0 ? missing.Reason : SeedMetric.Stopped)}");
            if (cell.Fails(values[0].Metric))
                return $"{name} fails the audit: {string.Join(", ", cell.FindingsOf(values[0].Metric).Select(finding => finding.Number).Distinct())}";
        }
        return "";
    }
}
