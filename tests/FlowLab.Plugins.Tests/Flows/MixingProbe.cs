using FlowLab.Kernels;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>
/// Measures the mixing maps of a NICE flow from outside: with all network parameters 0 the first k layers are M_k ... M_1, so their
/// images of the unit vectors give every product, and neighbouring products give every map.
/// </summary>
internal static class MixingProbe
{
    /// <summary>M of every [seed][layer].</summary>
    public static double[][][,] Measure(FlowHarness harness)
    {
        double[][][,] products = [.. Enumerable.Range(0, harness.Flow.Length + 1).Select(layers => Products(harness, layers))];
        return
        [
            .. Enumerable.Range(0, harness.Seeds).Select(seed => Enumerable.Range(0, harness.Flow.Length)
                .Select(layer => TimesTransposed(products[layer + 1][seed], products[layer][seed])).ToArray()),
        ];
    }

    /// <summary>M_layers ... M_1 of every seed.</summary>
    private static double[][,] Products(FlowHarness harness, int layers)
    {
        int dimension = harness.Dimension;
        var probe = new FlowHarness(harness.Accelerator, harness.Flow, dimension, harness.Seeds, SampleTiles.Contiguous(dimension, dimension), false)
        {
            Parameters = new float[harness.Seeds * harness.Flow.ParameterCount],
            Layers = layers,
        };
        var unitVectors = new float[harness.Seeds * dimension * dimension];
        for (int i = 0; i < unitVectors.Length; i++)
            unitVectors[i] = i / dimension % dimension == i % dimension ? 1 : 0;
        float[] images = probe.Forward(unitVectors).State;
        return [.. Enumerable.Range(0, harness.Seeds).Select(seed => Matrix(images, seed, dimension))];
    }

    private static double[,] Matrix(float[] images, int seed, int dimension)
    {
        var matrix = new double[dimension, dimension];
        for (int i = 0; i < dimension * dimension; i++)
            matrix[i / dimension, i % dimension] = images[seed * dimension * dimension + i];
        return matrix;
    }

    private static double[,] TimesTransposed(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var product = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            for (int k = 0; k < n; k++)
                product[i / n, i % n] += a[i / n, k] * b[i % n, k];
        }
        return product;
    }
}
