namespace FlowLab.Plugins.Tests.Flows;

/// <summary>z2 = z2 exp(tanh(a z1)) + b z1 for the pairs of the first and the second half.</summary>
internal sealed class ReferenceAffine : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int half = z.Length / 2;
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            for (int d = 0; d < half; d++)
            {
                double logScale = Math.Tanh(parameters[2 * half * layer + d] * z[d]);
                z[half + d] = z[half + d] * Math.Exp(logScale) + parameters[2 * half * layer + half + d] * z[d];
                logDet += logScale;
            }
        }
        return logDet;
    }
}
