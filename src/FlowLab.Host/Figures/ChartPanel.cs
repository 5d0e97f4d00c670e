namespace FlowLab.Host.Figures;

/// <summary>One of a chart's small multiples.</summary>
public sealed record ChartPanel(string Title, ChartScale X, ChartScale Y, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Label of its y axis, where panels differ in it; null takes the chart's.</summary>
    public string? YLabel { get; init; }
}
