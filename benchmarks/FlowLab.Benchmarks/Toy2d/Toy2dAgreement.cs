using System.Text.Json;
using FlowLab.Random;

namespace FlowLab.Benchmarks.Toy2d;

/// <summary>Shows that both contenders compute the same thing: loss and every gradient at the same parameters with the same noise.</summary>
internal static class Toy2dAgreement
{
    private const int Batch = 1000;

    /// <summary>The largest difference of a gradient, relative to the norm of its block.</summary>
    /// <param name="flow">planar or nice-perm.</param>
    /// <param name="peer">Answers a case with loss and gradients.</param>
    /// <param name="length">Layers; of NICE an odd number, because the peer exchanges the halves of z in every other layer.</param>
    public static double LargestDifference(string flow, Func<string, JsonElement> peer, int length)
    {
        using Toy2dCell cell = new(flow, length, 1, Batch);
        float[] parameters = cell.Session.ReadState().Parameters;
        cell.Session.Step();
        float[] gradients = cell.Session.ReadGradients();
        JsonElement answer = peer(Case(cell, Blocks(flow, parameters, length), length));
        double loss = answer.GetProperty("loss").GetDouble();
        double largest = Math.Abs(loss - cell.Session.ReadLosses()[0]) / (1 + Math.Abs(loss));
        Dictionary<string, float[]> own = Blocks(flow, gradients, length);
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

    private static string Case(Toy2dCell cell, Dictionary<string, float[]> parameters, int length) => JsonSerializer.Serialize(new
    {
        energy = 1,
        length,
        beta = 1.0,
        eps = Noise(),
        parameters,
        permutations = cell.Permutations,
    });

    // FlowLab: mu, ln sigma, then layer by layer. The peer: one tensor per name.
    private static Dictionary<string, float[]> Blocks(string flow, float[] values, int length)
    {
        Dictionary<string, float[]> blocks = new() { ["mu"] = values[..2], ["ls"] = values[2..4] };
        int first = 0, stride = LayersOf(flow).Sum(block => block.Count);
        foreach ((string name, int count) in LayersOf(flow))
        {
            blocks[name] = [.. Enumerable.Range(0, length).SelectMany(layer => values.AsSpan(4 + (layer * stride) + first, count).ToArray())];
            first += count;
        }
        return blocks;
    }

    private static (string Name, int Count)[] LayersOf(string flow) => flow == "planar"
        ? [("w", 2), ("u", 2), ("b", 1)]
        : [("w1", Toy2dCell.Hidden), ("b1", Toy2dCell.Hidden), ("w2", Toy2dCell.Hidden), ("b2", 1)];

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
