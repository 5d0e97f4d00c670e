using System.Globalization;
using System.Text;
using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Exports;

/// <summary>What latent models make of given points and latent variables, as tables of numbers.</summary>
internal static class LatentTables
{
    /// <summary>Endings of file names, one per format.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".npy", ".npz"];

    /// <summary>A line per seed, point and draw: ln q(z|x) and z.</summary>
    public static string Csv(PosteriorDraws drawn, IReadOnlyList<int> seeds)
    {
        int dimension = drawn.Latents[0].Length / drawn.LogDensities[0].Length;
        var text = new StringBuilder($"seed,point,draw,log_q,{Columns('z', dimension)}\n");
        for (int seed = 0; seed < seeds.Count; seed++)
            for (int at = 0; at < drawn.LogDensities[seed].Length; at++)
                AppendLine(text, string.Create(CultureInfo.InvariantCulture, $"{seeds[seed]},{at / drawn.Draws},{at % drawn.Draws},{drawn.LogDensities[seed][at]:R}"), drawn.Latents[seed].AsSpan(at * dimension, dimension));
        return text.ToString();
    }

    /// <summary>A line per seed and row of latent variables: what p(x|z) makes of them.</summary>
    public static string Csv(float[][] pictures, int dimension, IReadOnlyList<int> seeds)
    {
        var text = new StringBuilder($"seed,row,{Columns('x', dimension)}\n");
        for (int seed = 0; seed < seeds.Count; seed++)
            for (int row = 0; row < pictures[seed].Length / dimension; row++)
                AppendLine(text, string.Create(CultureInfo.InvariantCulture, $"{seeds[seed]},{row}"), pictures[seed].AsSpan(row * dimension, dimension));
        return text.ToString();
    }

    /// <summary>Writes draws in the format that the name ends in: .npy is z, [R, N, S, D]; .npz has z, log_q, reconstruction and seed by name.</summary>
    public static void Write(string file, PosteriorDraws drawn, PointShape shape, IReadOnlyList<int> seeds)
    {
        int points = drawn.LogDensities[0].Length / drawn.Draws, dimension = drawn.Latents[0].Length / drawn.LogDensities[0].Length;
        NpyArray z = NpyArray.Of("z", Joined(drawn.Latents), seeds.Count, points, drawn.Draws, dimension);
        Write(file, () => Csv(drawn, seeds), z, NpyArray.Of("log_q", Joined(drawn.LogDensities), seeds.Count, points, drawn.Draws),
            NpyArray.Of("reconstruction", Joined(drawn.Reconstructions), [seeds.Count, points, .. Axes(shape)]), Seeds(seeds));
    }

    /// <summary>Writes pictures in the format that the name ends in: .npy is [R, N, axes of a point]; .npz has it as x, with z, the latent variables [N, D], and seed.</summary>
    public static void Write(string file, float[][] pictures, PointShape shape, float[] latents, int width, IReadOnlyList<int> seeds)
    {
        int rows = latents.Length / width;
        NpyArray x = NpyArray.Of("x", Joined(pictures), [seeds.Count, rows, .. Axes(shape)]);
        Write(file, () => Csv(pictures, shape.Dimension, seeds), x, NpyArray.Of("z", latents, rows, width), Seeds(seeds));
    }

    private static void Write(string file, Func<string> csv, NpyArray first, params NpyArray[] others)
    {
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".csv":
                AtomicFile.Write(file, csv());
                break;
            case ".npy":
                AtomicFile.Write(file, first.WriteTo);
                break;
            default:
                NpzFile.Write(file, [first, .. others]);
                break;
        }
    }

    private static int[] Axes(PointShape shape) => shape.IsImage ? [shape.Channels, shape.Height, shape.Width] : [shape.Dimension];

    private static NpyArray Seeds(IReadOnlyList<int> seeds) => NpyArray.OfWhole("seed", [.. seeds.Select(seed => (long)seed)]);

    private static float[] Joined(float[][] perSeed) => [.. perSeed.SelectMany(values => values)];

    private static string Columns(char letter, int count) => string.Join(',', Enumerable.Range(1, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"{letter}{index}")));

    private static void AppendLine(StringBuilder text, string start, ReadOnlySpan<float> numbers)
    {
        text.Append(start);
        foreach (float number in numbers)
            text.Append(',').Append(number.ToString("R", CultureInfo.InvariantCulture));
        text.Append('\n');
    }
}
