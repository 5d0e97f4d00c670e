namespace FlowLab.Host.Figures;

/// <summary>Small multiples with one legend.</summary>
/// <param name="Title">What the chart says to those who do not see it.</param>
/// <param name="XLabel">Label of every x axis.</param>
/// <param name="YLabel">Label of every y axis.</param>
/// <param name="PanelsPerLine">How many panels stand beside each other.</param>
/// <param name="HasMarkers">Points with error bars; otherwise lines with bands, in a ramp of one color.</param>
/// <param name="Panels">The panels.</param>
public sealed record Chart(string Title, string XLabel, string YLabel, int PanelsPerLine, bool HasMarkers, IReadOnlyList<ChartPanel> Panels)
{
    /// <summary>The lines of all panels, each once.</summary>
    public IReadOnlyList<ChartSeries> Legend => [.. Panels.SelectMany(panel => panel.Series).DistinctBy(series => series.Style).OrderBy(series => series.Style)];
}
