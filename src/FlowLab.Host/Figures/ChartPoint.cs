namespace FlowLab.Host.Figures;

/// <summary>One point of a line with its error bar or band; both ends equal where there is none.</summary>
public readonly record struct ChartPoint(double X, double Y, double Low, double High)
{
    /// <summary>Whether the figure contradicts others; drawn as a cross, and no line goes through it.</summary>
    public bool IsFailed { get; init; }
}
