namespace FlowLab.Plugins.Tests.Flows;

/// <summary>The twist layer in double precision.</summary>
internal sealed class ReferenceTwist : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int dimension = z.Length;
        int stride = (2 + dimension) * dimension;
        double sum = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(stride * layer)..(stride * (layer + 1))];
            double[] v = own[dimension..(2 * dimension)];
            double t = 0.1 * z[0];
            sum += t;
            if (t > 0)
            {
                double[] rows = [.. v.Select((start, d) => start - z.Select((x, j) => own[(2 + d) * dimension + j] * x).Sum())];
                double inner = rows.Where(row => row < 0.5).Sum(row => row * row);
                t = 0.1 * Math.Sin(inner);
                sum += inner;
            }
            else if (t < -0.1)
                t *= t;
            double e = Math.Min(Math.Abs(t), 0.3);
            for (int i = 0; i < 3; i++)
                e = Math.Atan(e + 0.1 * i) / (1 + 0.5 * e);
            for (int d = 0; d < dimension; d++)
            {
                sum += v[d] * z[d];
                z[d] = (1 + e) * z[d] + t * own[d];
            }
        }
        return sum;
    }
}
