using FlowLab.Flows;
using FlowLab.Plugins.RealNvp;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Equations (7)-(8) of Dinh, Sohl-Dickstein and Bengio with bounded log-scales.</summary>
/// <param name="settings">Settings of the flow.</param>
/// <param name="seeds">The seeds that its masks belong to.</param>
internal sealed class ReferenceRealNvp(RealNvpSettings settings, FlowSeeds seeds) : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int half = z.Length / 2, offset = 0;
        RandomStream random = seeds.Stream(seed, RandomPurpose.FlowConstants);
        int[][] order = [.. Enumerable.Range(0, (settings.Length + 1) / 2).Select(_ => RealNvpMasks.Draw(settings.Mask, random, z.Length))];
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            int[] first = order[layer / 2][..half], second = order[layer / 2][half..];
            (int[] kept, int[] moved) = layer % 2 == 0 ? (first, second) : (second, first);
            var network = new ReferenceMlp(settings.Network, kept.Length, 2 * moved.Length);
            double[] outputs = network.Evaluate([.. kept.Select(d => z[d])], parameters.AsSpan(offset));
            for (int i = 0; i < moved.Length; i++)
            {
                double scale = settings.ScaleBound * Math.Tanh(outputs[i] / settings.ScaleBound);
                z[moved[i]] = z[moved[i]] * Math.Exp(scale) + outputs[moved.Length + i];
                logDet += scale;
            }
            offset += network.ParameterCount;
        }
        return logDet;
    }
}
