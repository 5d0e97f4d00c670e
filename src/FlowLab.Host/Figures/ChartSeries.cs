namespace FlowLab.Host.Figures;

/// <summary>A line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Style">Which of the chart's colors and markers it has in every panel.</param>
/// <param name="Points">Its points in ascending x.</param>
public sealed record ChartSeries(string Name, int Style, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Points that no line joins, drawn where they are.</summary>
    public bool IsScatter { get; init; }
}
