using System.Globalization;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Tuning;

/// <summary>What was tried: a panel per dimension, a point per trial and rung.</summary>
internal static class TuneChart
{
    private const int PanelsPerLine = 3;

    public static Chart Of(IReadOnlyList<SearchDimension> space, IReadOnlyList<TrialScore> scores, MetricDescription metric)
    {
        TrialScore[] usable = [.. scores.Where(score => score.IsUsable)];
        return new Chart($"{metric.Label} of every trial, mean over seeds", "", SummaryChart.ShortLabel(metric.Label, metric.Unit), PanelsPerLine, HasMarkers: true,
            [.. space.Select((dimension, index) => Panel(dimension, index, usable))]);
    }

    private static ChartPanel Panel(SearchDimension dimension, int index, TrialScore[] scores)
    {
        double[] positions = [.. scores.Select(score => Position(dimension, score.Trial.Values[index]))];
        ChartSeries[] points = [.. scores.Zip(positions).GroupBy(pair => pair.First.Rung).Select(rung => new ChartSeries(
            FormattableString.Invariant($"rung {rung.Key}"), rung.Key, [.. rung.Select(pair => new ChartPoint(pair.Second, pair.First.Mean, Low(pair.First), High(pair.First)))]) { IsScatter = true })];
        ChartScale x = dimension is SearchRange ? ChartScale.ForValues(positions, positions) : ChartScale.ForSweep([.. positions.DefaultIfEmpty()]);
        return new ChartPanel(Title(dimension), x, ChartScale.ForValues([.. scores.Select(score => score.Mean)], [.. scores.SelectMany(score => (double[])[Low(score), High(score)])]), points);
    }

    /// <summary>The number itself; the place in the list where values are no numbers, which the title then spells out.</summary>
    private static double Position(SearchDimension dimension, SearchValue value) => dimension is SearchChoice choice && !IsNumeric(choice)
        ? choice.Values.ToList().FindIndex(known => known.Label == value.Label) + 1
        : double.Parse(value.Label, CultureInfo.InvariantCulture);

    private static string Title(SearchDimension dimension) => dimension is SearchChoice choice && !IsNumeric(choice)
        ? $"{dimension.Name}: {string.Join(", ", choice.Values.Select((value, index) => FormattableString.Invariant($"{index + 1} {value.Label}")))}"
        : dimension.Name;

    private static bool IsNumeric(SearchChoice choice) => choice.Values.All(value => AxisText.Number(value.Label) is not null);

    private static double Low(TrialScore score) => score.Mean - (double.IsNaN(score.StandardError) ? 0 : score.StandardError);

    private static double High(TrialScore score) => score.Mean + (double.IsNaN(score.StandardError) ? 0 : score.StandardError);
}
