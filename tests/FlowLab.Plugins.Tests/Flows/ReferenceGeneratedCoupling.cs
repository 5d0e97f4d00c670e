namespace FlowLab.Plugins.Tests.Flows;

/// <summary>z_b = e^s z_b + t, s = 2 tanh(S h) and t = T h with h = tanh(W z_a + b) of eight units, z_a the first half of z.</summary>
internal sealed class ReferenceGeneratedCoupling : IReferenceFlow
{
    private const int Hidden = 8;

    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int half = z.Length / 2, rest = z.Length - half, stride = Hidden * (half + 1 + 2 * rest);
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            double[] own = parameters[(stride * layer)..(stride * (layer + 1))];
            double[] h = [.. Enumerable.Range(0, Hidden).Select(k => Math.Tanh(own[Hidden * half + k] + Enumerable.Range(0, half).Sum(d => own[k * half + d] * z[d])))];
            double Output(int start, int d) => h.Select((value, k) => own[start + Hidden * d + k] * value).Sum();
            for (int d = 0; d < rest; d++)
            {
                double s = 2 * Math.Tanh(Output(Hidden * (half + 1), d));
                z[half + d] = Math.Exp(s) * z[half + d] + Output(Hidden * (half + 1 + rest), d);
                logDet += s;
            }
        }
        return logDet;
    }
}
