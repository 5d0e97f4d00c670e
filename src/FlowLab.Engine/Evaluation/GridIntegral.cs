using FlowLab.Energies;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// Integrals over a square by the midpoint rule, in double precision. The rule's own error is estimated by comparing with the coarse grid
/// of every second cell in both directions, whose error is larger by at least a factor of four for smooth integrands.
/// </summary>
internal sealed class GridIntegral(EnergyGrid grid)
{
    /// <summary>ln of the integral of exp(<paramref name="logDensity"/>).</summary>
    public double LogIntegral(ReadOnlySpan<float> logDensity)
    {
        double largest = double.NegativeInfinity;
        foreach (float log in logDensity)
            largest = Math.Max(largest, log);
        double sum = 0;
        foreach (float log in logDensity)
            sum += Math.Exp(log - largest);
        return largest + Math.Log(sum) + 2 * Math.Log(grid.Spacing);
    }

    /// <summary>The difference of <see cref="LogIntegral"/> to that on the grid of every second cell.</summary>
    public double LogIntegralError(ReadOnlySpan<float> logDensity)
    {
        int half = grid.Resolution / 2;
        float[] coarse = new float[half * half];
        for (int cell = 0; cell < coarse.Length; cell++)
            coarse[cell] = logDensity[cell / half * 2 * grid.Resolution + cell % half * 2];
        return Math.Abs(LogIntegral(logDensity) - new GridIntegral(grid with { Resolution = half, Maximum = grid.Minimum + 2 * half * grid.Spacing }).LogIntegral(coarse));
    }

    /// <summary>
    /// KL(q || p) = integral of q (ln q - ln p), the mass of q on the square, and the differences of both to the coarse grid.
    /// </summary>
    public GridDivergence Divergence(ReadOnlySpan<float> logModel, ReadOnlySpan<float> logTarget, double logNormalizer)
    {
        double fine = 0, fineMass = 0, coarse = 0, coarseMass = 0;
        for (int i = 0; i < grid.Resolution; i++)
        {
            for (int j = 0; j < grid.Resolution; j++)
            {
                int cell = i * grid.Resolution + j;
                double logQ = logModel[cell];
                double q = Math.Exp(logQ);
                if (q == 0)
                    continue;
                double term = q * (logQ - logTarget[cell] + logNormalizer);
                fine += term;
                fineMass += q;
                if ((i & 1) != 0 || (j & 1) != 0)
                    continue;
                coarse += term;
                coarseMass += q;
            }
        }
        double area = grid.Spacing * grid.Spacing;
        return new GridDivergence(fine * area, fineMass * area, Math.Abs(fine - coarse * 4) * area, Math.Abs(fineMass - coarseMass * 4) * area);
    }
}
