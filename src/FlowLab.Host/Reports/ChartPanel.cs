namespace FlowLab.Host.Reports;

/// <summary>One of a chart's small multiples.</summary>
public sealed record ChartPanel(string Title, ChartScale X, ChartScale Y, IReadOnlyList<ChartSeries> Series);
