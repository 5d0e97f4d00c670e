using System.Globalization;
using System.Text;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Exports;

/// <summary>Densities at given points as files.</summary>
internal static class DensityTable
{
    /// <summary>Endings of file names, one per format.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".npy", ".npz"];

    /// <summary>A line per seed and point.</summary>
    public static string Csv(PointDensities densities, IReadOnlyList<int> seeds)
    {
        var text = new StringBuilder("seed,point,log_density,error\n");
        for (int seed = 0; seed < seeds.Count; seed++)
            for (int point = 0; point < densities.Values[seed].Length; point++)
                text.Append(CultureInfo.InvariantCulture, $"{seeds[seed]},{point},{densities.Values[seed][point]:R},{densities.Errors[seed][point]:R}\n");
        return text.ToString();
    }

    /// <summary>Writes a file in the format that its name ends in: .npy is [2, R, N], numbers and their errors; .npz has both and the seeds by name.</summary>
    public static void Write(string file, PointDensities densities, IReadOnlyList<int> seeds)
    {
        int points = densities.Values[0].Length;
        double[] values = [.. densities.Values.SelectMany(seed => seed)], errors = [.. densities.Errors.SelectMany(seed => seed)];
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".csv":
                AtomicFile.Write(file, Csv(densities, seeds));
                break;
            case ".npy":
                AtomicFile.Write(file, NpyArray.OfDoubles("densities", [.. values, .. errors], 2, seeds.Count, points).WriteTo);
                break;
            default:
                NpzFile.Write(file, NpyArray.OfDoubles("log_density", values, seeds.Count, points), NpyArray.OfDoubles("error", errors, seeds.Count, points), NpyArray.OfWhole("seed", [.. seeds.Select(seed => (long)seed)]));
                break;
        }
    }
}
