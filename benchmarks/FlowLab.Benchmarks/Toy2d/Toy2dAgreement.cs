using System.Text.Json;
using FlowLab.Random;

namespace FlowLab.Benchmarks.Toy2d;

/// <summary>Shows that both contenders compute the same thing: loss and every gradient at the same parameters with the same noise.</summary>
internal static class Toy2dAgreement
{
    private const int Batch = 1000;
    private const int LayerStride = 5;

    /// <summary>The largest difference of a gradient, relative to the norm of its block.</summary>
    /// <param name="peer">Answers a case with loss and gradients.</param>
    /// <param name="length">Planar layers.</param>
    public static double LargestDifference(Func<string, JsonElement> peer, int length)
    {
        using Toy2dCell cell = new(length, 1, Batch);
        float[] parameters = cell.Session.ReadState().Parameters;
        cell.Session.Step();
        float[] gradients = cell.Session.ReadGradients();
        JsonElement answer = peer(Case(parameters, length));
        double loss = answer.GetProperty("loss").GetDouble();
        double largest = Math.Abs(loss - cell.Session.ReadLosses()[0]) / (1 + Math.Abs(loss));
        Dictionary<string, float[]> own = Blocks(gradients, length);
        foreach (JsonProperty block in answer.GetProperty("gradients").EnumerateObject())
            largest = Math.Max(largest, Difference(own[block.Name], block.Value));
        return largest;
    }

    private static double Difference(float[] own, JsonElement theirs)
    {
        double[] values = [.. theirs.EnumerateArray().Select(value => value.GetDouble())];
        double norm = Math.Sqrt(values.Sum(value => value * value));
        return Math.Sqrt(own.Zip(values, (a, b) => (a - b) * (a - b)).Sum()) / (norm + 1e-9);
    }

    private static string Case(float[] parameters, int length) => JsonSerializer.Serialize(new
    {
        energy = 1,
        length,
        beta = 1.0,
        eps = Noise(),
        parameters = Blocks(parameters, length),
    });

    // FlowLab: mu, ln sigma, then w, u, b per layer. The peer: one tensor per name.
    private static Dictionary<string, float[]> Blocks(float[] values, int length)
    {
        IEnumerable<int> layers = Enumerable.Range(0, length).Select(layer => 4 + layer * LayerStride);
        return new Dictionary<string, float[]>
        {
            ["mu"] = values[..2],
            ["ls"] = values[2..4],
            ["w"] = [.. layers.SelectMany(first => values[first..(first + 2)])],
            ["u"] = [.. layers.SelectMany(first => values[(first + 2)..(first + 4)])],
            ["b"] = [.. layers.Select(first => values[first + 4])],
        };
    }

    private static float[][] Noise()
    {
        float[][] noise = [new float[Batch], new float[Batch]];
        for (int s = 0; s < Batch; s++)
        {
            PhiloxBlock bits = KernelRandom.Bits(0, (int)RandomPurpose.TrainingNoise, 0, s, 0);
            NormalPair pair = KernelRandom.Normal(bits.X, bits.Y);
            (noise[0][s], noise[1][s]) = (pair.First, pair.Second);
        }
        return noise;
    }
}
