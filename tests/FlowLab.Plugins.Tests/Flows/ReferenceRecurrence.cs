namespace FlowLab.Plugins.Tests.Flows;

/// <summary>z + t h u with h = tanh(tanh(r_d) h + w_d z_d) over the features and t = 1/2 prod (1 + tanh(c_d) / (2 D)) / (1 + sum |w_d u_d|).</summary>
internal sealed class ReferenceRecurrence : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int n = z.Length;
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(4 * n * layer)..(4 * n * (layer + 1))];
            (double[] w, double[] r, double[] u, double[] c) = (own[..n], own[n..(2 * n)], own[(2 * n)..(3 * n)], own[(3 * n)..]);
            double t = 0.5 * c.Aggregate(1.0, (product, value) => product * (1 + 0.5 * Math.Tanh(value) / n)) / (1 + w.Zip(u, (a, b) => Math.Abs(a * b)).Sum());
            double h = 0, slope = 0;
            for (int d = 0; d < n; d++)
            {
                h = Math.Tanh(Math.Tanh(r[d]) * h + w[d] * z[d]);
                slope = (1 - h * h) * (Math.Tanh(r[d]) * slope + w[d] * u[d]);
            }
            for (int d = 0; d < n; d++)
                z[d] += t * h * u[d];
            logDet += Math.Log(1 + t * slope);
        }
        return logDet;
    }
}
