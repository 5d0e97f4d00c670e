using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Layers in which every component is moved by numbers from a masked network of those before it, with a map of one component.</summary>
/// <param name="length">Layers K.</param>
/// <param name="network">The network.</param>
/// <param name="numbers">Its outputs per component.</param>
/// <param name="isRandom">Whether pairs have random orders.</param>
/// <param name="readsOutput">Whether it reads z'.</param>
/// <param name="map">From the numbers and z to z' and ln dz'/dz.</param>
/// <param name="seeds">The seeds that the orders belong to.</param>
internal sealed class ReferenceAutoregressive(
    int length, ConditionerSettings network, int numbers, bool isRandom, bool readsOutput, Func<double[], double, (double Z, double LogSlope)> map, FlowSeeds seeds)
    : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        RandomStream random = seeds.Stream(seed, RandomPurpose.FlowConstants);
        int[][] orders = [.. Enumerable.Range(0, (length + 1) / 2).Select(_ => ComponentOrder.Next(isRandom, random, z.Length))];
        var masked = new ReferenceMaskedMlp(network, z.Length, numbers);
        double logDet = 0;
        for (int layer = 0, offset = 0; layer < layers; layer++, offset += masked.ParameterCount)
        {
            int[] order = layer % 2 == 0 ? orders[layer / 2] : [.. orders[layer / 2].Reverse()];
            double[] read = [.. order.Select(d => z[d])];
            for (int i = 0; i < order.Length; i++)
            {
                double[] outputs = masked.Evaluate(read, parameters.AsSpan(offset));
                (z[order[i]], double logSlope) = map(outputs[(i * numbers)..((i + 1) * numbers)], z[order[i]]);
                logDet += logSlope;
                if (readsOutput)
                    read[i] = z[order[i]];
            }
        }
        return logDet;
    }
}
