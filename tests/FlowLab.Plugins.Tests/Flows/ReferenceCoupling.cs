using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Coupling layers: one part of z is moved by numbers from a network of the other, with a map of one component.</summary>
/// <param name="length">Layers K.</param>
/// <param name="network">The network.</param>
/// <param name="numbers">Its outputs per moved component.</param>
/// <param name="isRandom">Whether pairs have random parts.</param>
/// <param name="map">From the numbers and z to z' and ln dz'/dz.</param>
/// <param name="seeds">The seeds that the parts belong to.</param>
internal sealed class ReferenceCoupling(
    int length, ConditionerSettings network, int numbers, bool isRandom, Func<double[], double, (double Z, double LogSlope)> map, FlowSeeds seeds) : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int half = z.Length / 2, offset = 0;
        RandomStream random = seeds.Stream(seed, RandomPurpose.FlowConstants);
        int[][] order = [.. Enumerable.Range(0, (length + 1) / 2).Select(_ => ComponentOrder.Next(isRandom, random, z.Length))];
        double logDet = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            int[] first = order[layer / 2][..half], second = order[layer / 2][half..];
            (int[] kept, int[] moved) = layer % 2 == 0 ? (first, second) : (second, first);
            var mlp = new ReferenceMlp(network, kept.Length, numbers * moved.Length);
            double[] outputs = mlp.Evaluate([.. kept.Select(d => z[d])], parameters.AsSpan(offset));
            for (int i = 0; i < moved.Length; i++)
            {
                (z[moved[i]], double logSlope) = map(outputs[(i * numbers)..((i + 1) * numbers)], z[moved[i]]);
                logDet += logSlope;
            }
            offset += mlp.ParameterCount;
        }
        return logDet;
    }
}
