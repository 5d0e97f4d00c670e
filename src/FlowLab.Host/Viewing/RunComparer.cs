using FlowLab.Host.Comparisons;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>Comparisons for the page: those of <c>flowlab compare</c>.</summary>
/// <param name="finder">Where runs are.</param>
internal sealed class RunComparer(RunFinder finder) : IRunComparer
{
    private const double Confidence = 0.95;

    /// <inheritdoc/>
    public ComparisonView Compare(IReadOnlyList<string> keys, string by, string metric) => Refusals.Translate(() =>
    {
        (string Name, RunResults Results)[] runs = [.. keys.Select(Read)];
        string? headline = ReportPlan.Of(runs[0].Results, ReportLayouts.Read(finder.Open(keys[0]))).Headline?.Name;
        string[] groups = by.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var comparison = Comparison.Of(runs, headline, new ComparisonRequest(groups, metric.Length == 0 ? null : metric, Confidence));
        return new ComparisonView(
            ComparisonText.Caption(comparison), comparison.Metric.Name,
            [.. runs.SelectMany(run => run.Results.Metrics).DistinctBy(known => known.Name).Select(known => new MetricView(known.Name, SummaryChart.ShortLabel(known.Label, known.Unit)))],
            [.. runs.Length > 1 ? (string[])[ComparedCell.RunAxis] : [], .. runs.SelectMany(run => run.Results.Axes).Distinct()],
            ComparisonText.Columns, [.. ComparisonText.Rows(comparison)], [.. ComparisonText.Notes(comparison)]);
    });

    /// <summary>Settings in which the cells of the runs differ.</summary>
    public IReadOnlyList<SettingRow> Differences(IReadOnlyList<string> keys) => Refusals.Translate(() =>
        SettingDifferences.Of([.. keys.SelectMany(key => Read(key).Results.Cells.Select(cell => (keys.Count > 1 ? $"{key}: {cell.Id}" : cell.Id, cell.Cell.SettingsJson)))]));

    private (string Name, RunResults Results) Read(string key)
    {
        using RunStore store = RunStore.OpenToWatch(finder.Open(key));
        return (key, store.ReadFigures());
    }
}
