using FlowLab.Plugins.Sylvester;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>z + Q R tanh(R~ Q'z + b) of van den Berg et al. with full matrices.</summary>
/// <param name="settings">Settings of the flow.</param>
internal sealed class ReferenceSylvester(SylvesterSettings settings) : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        bool isHouseholder = settings.Orthogonal == SylvesterBasis.Householder;
        int columns = Math.Min(settings.Columns, z.Length), reflections = isHouseholder ? Math.Min(settings.Reflections, z.Length) : 0;
        int triangle = columns * (columns + 1) / 2, stride = reflections * z.Length + 2 * triangle + columns;
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(layer * stride)..((layer + 1) * stride)];
            double[][] q = isHouseholder ? Reflected(own, z.Length, columns, reflections) : Permuted(z.Length, columns, layer % 2 == 1);
            double[] numbers = own[(reflections * z.Length)..];
            logDet += Layer(z, q, numbers[..triangle], numbers[triangle..(2 * triangle)], numbers[(2 * triangle)..], columns);
        }
        return logDet;
    }

    /// <summary>The columns of Q: the first unit vectors, reflected by the last vector first.</summary>
    private static double[][] Reflected(double[] vectors, int dimension, int columns, int reflections)
    {
        double[][] q = Permuted(dimension, columns, false);
        foreach (double[] column in q)
        {
            for (int t = reflections - 1; t >= 0; t--)
                ReferenceHouseholder.Reflect(column, vectors[(t * dimension)..((t + 1) * dimension)]);
        }
        return q;
    }

    private static double[][] Permuted(int dimension, int columns, bool isReversed) =>
    [
        .. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, dimension)
            .Select(row => row == (isReversed ? dimension - 1 - column : column) ? 1.0 : 0).ToArray()),
    ];

    private static double Layer(double[] z, double[][] q, double[] right, double[] left, double[] b, int columns)
    {
        double[] y = [.. q.Select(column => column.Zip(z, (a, x) => a * x).Sum())];
        double[] h = new double[columns], moves = new double[columns];
        double logDet = 0;
        for (int j = 0; j < columns; j++)
        {
            double a = b[j] + Rate(left, columns, j) * y[j];
            for (int k = j + 1; k < columns; k++)
                a += left[Entry(columns, j, k)] * y[k];
            h[j] = Math.Tanh(a);
            double gain = Softplus(right[Entry(columns, j, j)]) - 1;
            logDet += Math.Log(1 + gain * (1 - h[j] * h[j]));
            moves[j] += gain / Rate(left, columns, j) * h[j];
            for (int i = 0; i < j; i++)
                moves[i] += right[Entry(columns, i, j)] * h[j];
        }
        for (int d = 0; d < z.Length; d++)
            z[d] += q.Select((column, i) => column[d] * moves[i]).Sum();
        return logDet;
    }

    private static double Rate(double[] left, int columns, int unit) => 0.01 + Softplus(left[Entry(columns, unit, unit)]);

    /// <summary>The triangle lies row by row.</summary>
    private static int Entry(int columns, int row, int column) => Enumerable.Range(0, row).Sum(before => columns - before) + column - row;

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
