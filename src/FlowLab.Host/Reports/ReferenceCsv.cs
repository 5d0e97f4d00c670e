using System.Text;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>reference.csv: the run's numbers beside the reference's, one record per cell; reference-settings.csv: one per setting and cell that differ.</summary>
internal static class ReferenceCsv
{
    public static string Format(RunResults results, ReferenceComparison comparison)
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text, ["cell", .. results.Axes, "metric", "mean", "standard_error", "best", "worst", "seeds", "stopped_seeds", "reference", "reference_note", "reference_title"]);
        foreach (CellResults cell in results.Cells)
        {
            if (comparison.Metric is not { } metric || cell.Statistics(metric) is not { } statistics)
                continue;
            Manifests.ReferenceValue? value = comparison.ValueFor(cell);
            Csv.AppendRecord(text,
            [
                cell.Id, .. results.Axes.Select(cell.Label), metric.Name, Csv.Number(statistics.Mean), Csv.Number(statistics.StandardError),
                Csv.Number(statistics.Best?.Value), Csv.Number(statistics.Worst?.Value), Csv.Number(statistics.Seeds), Csv.Number(statistics.Stopped),
                Csv.Number(value?.Value), value?.Note ?? "", comparison.Reference.Title,
            ]);
        }
        return text.ToString();
    }

    public static string FormatSettings(ReferenceComparison comparison)
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text, ["setting", "cell", "value", "reference"]);
        foreach (SettingDifference difference in comparison.Differences)
            foreach ((string value, IReadOnlyList<string> cells) in difference.Values)
                foreach (string cell in cells)
                    Csv.AppendRecord(text, [difference.Path, cell, value, difference.Reference]);
        return text.ToString();
    }
}
