using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Glow;

/// <summary>Sums and scales of the samples of a tile, usable in kernels; X = tile.</summary>
internal static class GlowRows
{
    /// <summary>sum of x y.</summary>
    public static float Dot(Index2D at, SampleTiles tiles, ArrayView<float> x, ArrayView<float> y)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float sum = 0f;
        for (int s = first; s < end; s += step)
            sum += x[s] * y[s];
        return sum;
    }

    /// <summary>sum of x.</summary>
    public static float Sum(Index2D at, SampleTiles tiles, ArrayView<float> x)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float sum = 0f;
        for (int s = first; s < end; s += step)
            sum += x[s];
        return sum;
    }

    /// <summary>x = scale (x - before) + after.</summary>
    public static void Map(Index2D at, SampleTiles tiles, float before, float scale, float after, ArrayView<float> x)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            x[s] = scale * (x[s] - before) + after;
    }

    /// <summary>x += value.</summary>
    public static void AddConstant(Index2D at, SampleTiles tiles, float value, ArrayView<float> x)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            x[s] += value;
    }
}
