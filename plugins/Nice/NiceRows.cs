using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Nice;

/// <summary>Operations on rows of samples for the mixing maps, usable in kernels.</summary>
public static class NiceRows
{
    public static void Copy(SampleTiles tiles, int tile, ArrayView<float> source, ArrayView<float> target)
    {
        int first = tiles.First(tile), end = tiles.End(tile), step = tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] = source[s];
    }

    /// <summary>Copies as many rows as <paramref name="target"/> has features.</summary>
    public static void CopyAll(SampleTiles tiles, Index2D at, SampleView source, SampleView target)
    {
        for (int d = 0; d < target.Features; d++)
            Copy(tiles, at.X, source.Row(at.Y, d), target.Row(at.Y, d));
    }

    /// <summary>target = factor source, or target += factor source.</summary>
    public static void AddProduct(SampleTiles tiles, int tile, ArrayView<float> source, float factor, bool add, ArrayView<float> target)
    {
        int first = tiles.First(tile), end = tiles.End(tile), step = tiles.Step;
        if (add)
        {
            for (int s = first; s < end; s += step)
                target[s] += factor * source[s];
        }
        else
        {
            for (int s = first; s < end; s += step)
                target[s] = factor * source[s];
        }
    }
}
