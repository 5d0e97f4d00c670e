namespace FlowLab.Plugins.Tests.Flows;

/// <summary>e^s (z + a (p u + q v)) with p = tanh(w'z + b), q = tanh(x'z + c) and a = 1/2 / (1 + |w'u| + |w'v| + |x'u| + |x'v|).</summary>
internal sealed class ReferenceUnits : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int n = z.Length, stride = 5 * n + 2;
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(stride * layer)..(stride * (layer + 1))];
            (double[] w, double[] x, double[] u, double[] v, double[] s) = (own[..n], own[n..(2 * n)], own[(2 * n)..(3 * n)], own[(3 * n)..(4 * n)], own[(4 * n)..(5 * n)]);
            (double wu, double wv, double xu, double xv) = (Dot(w, u), Dot(w, v), Dot(x, u), Dot(x, v));
            double size = 0.5 / (1 + Math.Abs(wu) + Math.Abs(wv) + Math.Abs(xu) + Math.Abs(xv));
            double p = Math.Tanh(own[5 * n] + Dot(w, z)), q = Math.Tanh(own[5 * n + 1] + Dot(x, z));
            for (int d = 0; d < n; d++)
                z[d] = Math.Exp(s[d]) * (z[d] + size * (p * u[d] + q * v[d]));
            (double f, double g) = (size * (1 - p * p), size * (1 - q * q));
            logDet += s.Sum() + Math.Log((1 + f * wu) * (1 + g * xv) - f * wv * g * xu);
        }
        return logDet;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
