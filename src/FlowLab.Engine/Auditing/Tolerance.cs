namespace FlowLab.Engine.Auditing;

/// <summary>What differences between figures the audit allows.</summary>
internal static class Tolerance
{
    /// <summary>
    /// Standard errors that a difference may have: beyond five, one seed in two million does for normal errors, so that a sweep of 100 cells
    /// with 100 seeds raises no false alarm.
    /// </summary>
    public const double StandardErrors = 5;

    /// <summary>Means of numbers in single precision that are computed in two ways differ by about this share of their size.</summary>
    public const double Rounding = 1e-5;

    /// <summary>What mass of q may be missing on the grid, or too much, beside the error of the grid itself.</summary>
    public const double Mass = 1e-3;

    /// <summary>Stated errors and rounding of figures of size <paramref name="size"/>.</summary>
    public static double Of(double standardError, double otherErrors, double size) =>
        StandardErrors * standardError + otherErrors + Rounding * (1 + Math.Abs(size));
}
