namespace FlowLab.Testing.Numerics;

/// <summary>
/// Derivatives of float32 functions by differences in float64. Central differences at steps that halve from 1/8 to 1/512 are extrapolated in pairs
/// (Richardson: error h^4); the pair whose neighbor agrees best with it, rounding of the function included, is taken, and their disagreement is the
/// uncertainty. Large steps suffer from curvature, small ones from rounding; where no step is good, the uncertainty says so. At a kink all steps agree on
/// a slope that is none: second differences over the step, which vanish with the step where the function is smooth and there stay the jump of the
/// slope, are extrapolated to step 0, and their median over the steps is added.
/// Ridders, Accurate computation of F'(x) and F'(x) F''(x), Advances in Engineering Software 4(2), 1982.
/// </summary>
internal static class StepLadder
{
    private const int Largest = 3;
    private const int Smallest = 9;

    // Half a unit in the last place of float32, for each of the two values, and as much for the sums inside the function.
    private const double Rounding = 4 * 5.9604644775390625e-8;

    /// <summary>The steps, the largest first.</summary>
    public static IReadOnlyList<double> Steps { get; } = [.. Enumerable.Range(Largest, Smallest - Largest + 1).Select(power => Math.Pow(2, -power))];

    /// <summary>The offsets at which the function has to be known: + and - of every step, in turns, and 0.</summary>
    public static IReadOnlyList<double> Offsets { get; } = [.. Steps.SelectMany(step => new[] { step, -step }), 0];

    /// <summary>The derivative from the function's values at all offsets.</summary>
    /// <param name="values">In the order of <see cref="Offsets"/>.</param>
    /// <param name="magnitude">Size of the terms that the values are sums of.</param>
    public static Derivative Of(ReadOnlySpan<double> values, double magnitude)
    {
        Span<double> extrapolated = stackalloc double[Steps.Count - 1];
        for (int i = 0; i < extrapolated.Length; i++)
            extrapolated[i] = (4 * Central(values, i + 1) - Central(values, i)) / 3;
        var best = new Derivative(double.NaN, double.PositiveInfinity, double.NaN);
        for (int i = 0; i + 1 < extrapolated.Length; i++)
        {
            double uncertainty = Math.Abs(extrapolated[i + 1] - extrapolated[i]) + Rounding * magnitude / Steps[i + 1];
            if (uncertainty < best.Uncertainty)
                best = new Derivative(extrapolated[i], uncertainty, extrapolated[i + 1]);
        }
        return best with { Uncertainty = best.Uncertainty + JumpOfSlope(values) };
    }

    private static double JumpOfSlope(ReadOnlySpan<double> values)
    {
        Span<double> jumps = stackalloc double[Steps.Count - 1];
        for (int i = 0; i < jumps.Length; i++)
            jumps[i] = Math.Abs(2 * Bend(values, i + 1) - Bend(values, i));
        jumps.Sort();
        return jumps[jumps.Length / 2];
    }

    /// <summary>The second difference over the step.</summary>
    private static double Bend(ReadOnlySpan<double> values, int step) => (values[2 * step] - 2 * values[^1] + values[2 * step + 1]) / Steps[step];

    private static double Central(ReadOnlySpan<double> values, int step) => (values[2 * step] - values[2 * step + 1]) / (2 * Steps[step]);
}
