namespace FlowLab.Plugins.Tests.Flows;

/// <summary>z = x + c (tanh(x + p) + tanh(x + p + 1) / 2) with x = e^side z for z above 0, else z.</summary>
internal sealed class ReferenceBend : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int stride = 2 * z.Length + 1;
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(stride * layer)..(stride * (layer + 1))];
            for (int d = 0; d < z.Length; d++)
            {
                double factor = z[d] > 0 ? Math.Exp(own[2 * z.Length]) : 1;
                double weight = Math.Log(1 + Math.Exp(own[d]));
                double x = factor * z[d];
                double near = Math.Tanh(x + own[z.Length + d]);
                double far = Math.Tanh(x + own[z.Length + d] + 1);
                z[d] = x + weight * (near + far / 2);
                logDet += Math.Log(factor * (1 + weight * (1 - near * near + (1 - far * far) / 2)));
            }
        }
        return logDet;
    }
}
