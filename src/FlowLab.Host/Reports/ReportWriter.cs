using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Training;
using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>Writes report.html, summary.csv and the files under figures/ from what the run's database holds.</summary>
public static class ReportWriter
{
    private const string DefaultName = "figure";

    /// <summary>Rebuilds everything; the same results give the same bytes.</summary>
    public static void Write(RunFolder folder, RunResults results, ReportLayout layout)
    {
        ReportPlan plan = ReportPlan.Of(results, layout);
        FigureGrid grid = FigureGrid.Of(plan);
        Chart? summary = SummaryChart.Of(plan);
        Chart[] training = TrainingCharts(plan);
        folder.MakeFigures();
        SummaryCsv.Write(folder, results);
        WriteReference(folder, plan);
        WritePictures(folder, plan, grid);
        WriteCharts(folder, plan, summary, training);
        AtomicFile.Write(folder.Report, ReportPage.Format(plan, grid, summary, training));
    }

    private static void WriteReference(RunFolder folder, ReportPlan plan)
    {
        if (plan.Comparison is not { } comparison)
            return;
        AtomicFile.Write(folder.Reference, ReferenceCsv.Format(plan.Results, comparison));
        AtomicFile.Write(folder.ReferenceSettings, ReferenceCsv.FormatSettings(comparison));
    }

    /// <summary>The page alone.</summary>
    public static string FormatPage(RunResults results, ReportLayout layout)
    {
        ReportPlan plan = ReportPlan.Of(results, layout);
        return ReportPage.Format(plan, FigureGrid.Of(plan), SummaryChart.Of(plan), TrainingCharts(plan));
    }

    private static Chart[] TrainingCharts(ReportPlan plan) =>
        [.. CurveMetrics(plan.Results).Select(metric => TrainingChart.Of(plan, metric)).OfType<Chart>()];

    /// <summary>What has a picture: not the hundreds of figures of a diagnosis, which are in run.sqlite.</summary>
    private static IEnumerable<string> CurveMetrics(RunResults results) => results.Cells
        .SelectMany(cell => cell.Curve.Select(point => point.Metric).Distinct()).Distinct()
        .Where(metric => !metric.StartsWith(DiagnosedFigure.Prefix, StringComparison.Ordinal));

    private static void WritePictures(RunFolder folder, ReportPlan plan, FigureGrid grid)
    {
        foreach (FigurePanel panel in grid.Panels.SelectMany(panel => panel.AllOfItsKind))
            FigureFormats.WriteAll(folder.Figure(panel.FileName), DensityDrawing.Of(panel.Density!.Image, panel.Scale, panel.FileName));
        foreach (ImagePanel panel in plan.Results.Cells.SelectMany(ImagePanel.Of))
            FigureFormats.WriteAll(folder.Figure(panel.FileName), panel.Drawing);
        foreach (CellResults cell in plan.Results.Cells)
            foreach (RunLatents latents in cell.Latents)
                FigureFormats.WriteAll(folder.Figure(FormattableString.Invariant($"{cell.Id}-seed{latents.Seed}-latents")), ScatterDrawing.Of(latents.Points));
        if (grid.HasPictures)
            FigureFormats.WriteAll(folder.Figure(BaseName(plan)), ContactSheet.Of(grid));
    }

    private static void WriteCharts(RunFolder folder, ReportPlan plan, Chart? summary, Chart[] training)
    {
        if (summary is not null)
            FigureFormats.WriteAll(folder.Figure(BaseName(plan) + "-curves"), ChartDrawing.Of(summary));
        foreach ((string metric, Chart chart) in CurveMetrics(plan.Results).Zip(training))
            FigureFormats.WriteAll(folder.Figure($"{BaseName(plan)}-training-{metric}"), ChartDrawing.Of(chart));
    }

    /// <summary>The title in letters, digits and hyphens.</summary>
    private static string BaseName(ReportPlan plan)
    {
        string letters = string.Concat(plan.Title.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' '));
        string name = string.Join('-', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? DefaultName : name;
    }
}
