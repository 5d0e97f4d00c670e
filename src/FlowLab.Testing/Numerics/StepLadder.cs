namespace FlowLab.Testing.Numerics;

/// <summary>
/// Derivatives of float32 functions by differences in float64. Central differences at steps that halve, from 1/8 to 1/512, are extrapolated in pairs
/// (Richardson: error h^4); the pair whose neighbor agrees best with it, rounding of the function included, is taken, and their disagreement is the
/// uncertainty. Large steps suffer from curvature, small ones from rounding; where no step is good, the uncertainty says so. At a kink all steps agree on
/// a slope that is none: second differences over the step, which vanish with the step where the function is smooth and there stay the jump of the
/// slope, are extrapolated to step 0. Their median over the steps is added, or what they are at the steps taken where that is less: a kink further off than those is none.
/// Ridders, Accurate computation of F'(x) and F'(x) F''(x), Advances in Engineering Software 4(2), 1982.
/// </summary>
internal sealed class StepLadder
{
    private const int Largest = 3;

    // Half a unit in the last place of float32, for each of the two values, and as much for the sums inside the function.
    private const double Rounding = 4 * 5.9604644775390625e-8;

    private StepLadder(int smallest)
    {
        Steps = [.. Enumerable.Range(Largest, smallest - Largest + 1).Select(power => Math.Pow(2, -power))];
        Offsets = [.. Steps.SelectMany(step => new[] { step, -step }), 0];
    }

    /// <summary>All steps, from 1/8 to 1/512.</summary>
    public static StepLadder Full { get; } = new(9);

    /// <summary>From 1/8 to 1/64, for sums of so many terms that smaller steps drown in rounding.</summary>
    public static StepLadder Short { get; } = new(6);

    /// <summary>The steps, the largest first.</summary>
    public IReadOnlyList<double> Steps { get; }

    /// <summary>The offsets at which the function has to be known: + and - of every step, in turns, and 0.</summary>
    public IReadOnlyList<double> Offsets { get; }

    /// <summary>The derivative from the function's values at all offsets.</summary>
    /// <param name="values">In the order of <see cref="Offsets"/>.</param>
    /// <param name="magnitude">Size of the terms that the values are sums of.</param>
    public Derivative Of(ReadOnlySpan<double> values, double magnitude)
    {
        Span<double> extrapolated = stackalloc double[Steps.Count - 1];
        for (int i = 0; i < extrapolated.Length; i++)
            extrapolated[i] = (4 * Central(values, i + 1) - Central(values, i)) / 3;
        Span<double> jumps = stackalloc double[Steps.Count - 1];
        FillJumpsOfSlope(values, jumps);
        var best = new Derivative(double.NaN, double.PositiveInfinity, double.NaN);
        double jump = double.PositiveInfinity;
        for (int i = 0; i + 1 < extrapolated.Length; i++)
        {
            double uncertainty = Math.Abs(extrapolated[i + 1] - extrapolated[i]) + Rounding * magnitude / Steps[i + 1];
            if (uncertainty < best.Uncertainty)
                (best, jump) = (new Derivative(extrapolated[i], uncertainty, extrapolated[i + 1]), Math.Max(jumps[i], jumps[i + 1]));
        }
        jumps.Sort();
        return best with { Uncertainty = best.Uncertainty + Math.Min(jump, jumps[jumps.Length / 2]) };
    }

    private void FillJumpsOfSlope(ReadOnlySpan<double> values, Span<double> jumps)
    {
        for (int i = 0; i < jumps.Length; i++)
            jumps[i] = Math.Abs(2 * Bend(values, i + 1) - Bend(values, i));
    }

    /// <summary>The second difference over the step.</summary>
    private double Bend(ReadOnlySpan<double> values, int step) => (values[2 * step] - 2 * values[^1] + values[2 * step + 1]) / Steps[step];

    private double Central(ReadOnlySpan<double> values, int step) => (values[2 * step] - values[2 * step + 1]) / (2 * Steps[step]);
}
