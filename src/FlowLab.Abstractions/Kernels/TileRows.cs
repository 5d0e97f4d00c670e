using ILGPU;

namespace FlowLab.Kernels;

/// <summary>Operations on the samples of a tile of rows, usable in kernels; X = tile.</summary>
public static class TileRows
{
    /// <summary>target = source.</summary>
    public static void Copy(Index2D at, SampleTiles tiles, ArrayView<float> source, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] = source[s];
    }

    /// <summary>target = 0.</summary>
    public static void Clear(Index2D at, SampleTiles tiles, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] = 0f;
    }

    /// <summary>target += source.</summary>
    public static void Add(Index2D at, SampleTiles tiles, ArrayView<float> source, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] += source[s];
    }
}
