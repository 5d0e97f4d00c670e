namespace FlowLab.Benchmarks.Growth;

/// <summary>
/// t = fixed + perWork * work, the line of least squared relative distance through the cells of a series. Where the time grows linearly with the paper's
/// count of work, all cells lie on it; a cell off it is a kink that wants an explanation.
/// </summary>
internal sealed record GrowthLine(double Fixed, double PerWork)
{
    public double At(double work) => Fixed + PerWork * work;

    /// <summary>The line through measured times; neither part is negative.</summary>
    public static GrowthLine Through(IReadOnlyList<(double Work, double Time)> points)
    {
        // Of least sum of ((a + b w) / t - 1)^2: two equations for a and b.
        double aa = points.Sum(point => 1 / (point.Time * point.Time)), ab = points.Sum(point => point.Work / (point.Time * point.Time));
        double bb = points.Sum(point => point.Work * point.Work / (point.Time * point.Time)), a1 = points.Sum(point => 1 / point.Time), b1 = points.Sum(point => point.Work / point.Time);
        double determinant = aa * bb - ab * ab;
        double start = determinant == 0 ? 0 : (a1 * bb - b1 * ab) / determinant, slope = determinant == 0 ? b1 / bb : (aa * b1 - ab * a1) / determinant;
        return start < 0 ? new GrowthLine(0, b1 / bb) : slope < 0 ? new GrowthLine(a1 / aa, 0) : new GrowthLine(start, slope);
    }
}
