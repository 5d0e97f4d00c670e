using FlowLab.Networks;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Equations (16)-(19): a matrix, then an additive coupling whose direction alternates.</summary>
/// <param name="matrices">M of every [seed, layer].</param>
/// <param name="network">The network of the couplings.</param>
internal sealed class ReferenceNice(double[][][,] matrices, ConditionerSettings network) : IReferenceFlow
{
    public double Apply(double[] z, double[] parameters, int seed, int layers)
    {
        int half = z.Length / 2;
        var even = new ReferenceMlp(network, half, z.Length - half);
        var odd = new ReferenceMlp(network, z.Length - half, half);
        int offset = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            Multiply(matrices[seed][layer], z);
            ReferenceMlp net = layer % 2 == 0 ? even : odd;
            int from = layer % 2 == 0 ? half : 0;
            double[] condition = layer % 2 == 0 ? z[..half] : z[half..];
            double[] shift = net.Evaluate(condition, parameters.AsSpan(offset));
            for (int d = 0; d < shift.Length; d++)
                z[from + d] += shift[d];
            offset += net.ParameterCount;
        }
        return 0;
    }

    private static void Multiply(double[,] matrix, double[] z)
    {
        double[] source = [.. z];
        for (int row = 0; row < z.Length; row++)
            z[row] = source.Select((x, column) => matrix[row, column] * x).Sum();
    }
}
