namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Equation (14) as printed.</summary>
internal sealed class ReferenceRadial : IReferenceFlow
{
    private const double Least = 1e-6;

    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            int offset = layer * (z.Length + 2);
            double alpha = Least + Softplus(parameters[offset + z.Length]);
            double beta = -alpha + Least + Softplus(parameters[offset + z.Length + 1]);
            logDet += Layer(z, parameters[offset..(offset + z.Length)], alpha, beta);
        }
        return logDet;
    }

    private static double Layer(double[] z, double[] center, double alpha, double beta)
    {
        double r = Math.Sqrt(z.Zip(center, (a, b) => (a - b) * (a - b)).Sum());
        double h = 1 / (alpha + r);
        for (int d = 0; d < z.Length; d++)
            z[d] += beta * h * (z[d] - center[d]);
        return (z.Length - 1) * Math.Log(1 + beta * h) + Math.Log(1 + beta * h - beta * h * h * r);
    }

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
