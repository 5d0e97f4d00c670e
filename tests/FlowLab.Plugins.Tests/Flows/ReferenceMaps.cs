namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Maps of one component in double precision, from the papers' formulas: numbers and z to z' and ln dz'/dz.</summary>
internal static class ReferenceMaps
{
    /// <summary>Equations (7)-(8) of Dinh, Sohl-Dickstein and Bengio 2017 with bounded log-scales.</summary>
    public static Func<double[], double, (double Z, double LogSlope)> Affine(double bound) => (numbers, z) =>
    {
        double scale = bound * Math.Tanh(numbers[0] / bound);
        return (z * Math.Exp(scale) + numbers[1], scale);
    };

    /// <summary>Equations (4)-(5) of Durkan, Bekasov, Murray and Papamakarios 2019, with linear tails; the numbers over the square root of the hidden units.</summary>
    public static Func<double[], double, (double Z, double LogSlope)> Spline(int bins, double bound, int hidden) => (outputs, z) =>
    {
        double[] numbers = [.. outputs.Select(output => output / Math.Sqrt(hidden))];
        double[] x = Knots(numbers[..bins], bound), y = Knots(numbers[bins..(2 * bins)], bound);
        double shift = Math.Log(Math.Exp(1 - 1e-3) - 1);
        double[] slopes = [1, .. numbers[(2 * bins)..].Select(number => 1e-3 + Math.Log(1 + Math.Exp(number + shift))), 1];
        if (Math.Abs(z) >= bound)
            return (z, 0);
        int k = Enumerable.Range(0, bins).Last(bin => bin == 0 || x[bin] <= z);
        double s = (y[k + 1] - y[k]) / (x[k + 1] - x[k]), xi = (z - x[k]) / (x[k + 1] - x[k]);
        double below = s + (slopes[k + 1] + slopes[k] - 2 * s) * xi * (1 - xi);
        double value = y[k] + (y[k + 1] - y[k]) * (s * xi * xi + slopes[k] * xi * (1 - xi)) / below;
        double slope = s * s * (slopes[k + 1] * xi * xi + 2 * s * xi * (1 - xi) + slopes[k] * (1 - xi) * (1 - xi)) / (below * below);
        return (value, Math.Log(slope));
    };

    /// <summary>The ends of bins on [-bound, bound] whose sizes are a softmax with a least share of 1 / 1000.</summary>
    private static double[] Knots(double[] numbers, double bound)
    {
        double total = numbers.Sum(Math.Exp);
        var knots = new double[numbers.Length + 1];
        knots[0] = -bound;
        for (int k = 0; k < numbers.Length; k++)
            knots[k + 1] = knots[k] + 2 * bound * (1e-3 + (1 - 1e-3 * numbers.Length) * Math.Exp(numbers[k]) / total);
        return knots;
    }
}
