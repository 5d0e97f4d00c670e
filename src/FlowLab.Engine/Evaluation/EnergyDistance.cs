namespace FlowLab.Engine.Evaluation;

/// <summary>
/// The energy distance between two samples, 2 E|X - Y| - E|X - X'| - E|Y - Y'|, without bias: pairs of a draw with itself are left out, so that its mean is 0
/// for two samples of one density, and single values may be below. Szekely and Rizzo, Energy statistics, J. Stat. Plan. Inference 143, 2013.
/// </summary>
internal static class EnergyDistance
{
    /// <summary>Between two samples of points of the plane, [n, 2] each.</summary>
    public static double Between(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        double m = first.Length / 2, n = second.Length / 2;
        return 2 * Sum(first, second) / (m * n) - Sum(first, first) / (m * (m - 1)) - Sum(second, second) / (n * (n - 1));
    }

    private static double Sum(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i += 2)
        {
            for (int j = 0; j < second.Length; j += 2)
            {
                double x = (double)first[i] - second[j], y = (double)first[i + 1] - second[j + 1];
                sum += Math.Sqrt(x * x + y * y);
            }
        }
        return sum;
    }
}
