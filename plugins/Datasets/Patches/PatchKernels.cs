using System.Runtime.CompilerServices;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Patches;

/// <summary>Kernels over (sample, seed) that choose patches, and over (sample, feature within seed) that copy them.</summary>
public static class PatchKernels
{
    private const float Brightest = 255f;

    /// <summary>A patch of a random image for sample X of seed Y: the block of (seed, purpose, step, sample) decides image, row and column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Choose(Index2D at, ArrayView<int> seeds, int purpose, long step, int images, int batch, PatchGrid grid, ArrayView<int> corners)
    {
        PhiloxBlock bits = KernelRandom.Bits(seeds[at.Y], purpose, step, at.X, 0);
        corners[at.Y * batch + at.X] = grid.Corner(PatchGrid.Below(images, bits.X), bits.Y, bits.Z);
    }

    /// <summary>The patch of an image that never changes: the block of (0, purpose, 0, number of the image) decides row and column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fix(Index2D at, PointAddresses addresses, PointNumbers numbers, int purpose, PatchGrid grid, ArrayView<int> corners)
    {
        int image = addresses[at.Y, at.X].Row;
        PhiloxBlock bits = KernelRandom.Bits(0, purpose, 0, numbers.Of(image), 0);
        corners[at.Y * addresses.Batch + at.X] = grid.Corner(image, bits.Y, bits.Z);
    }

    /// <summary>X counts samples, Y counts features within seeds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(Index2D at, ArrayView<int> corners, ArrayView<byte> images, PatchGrid grid, SampleView samples)
    {
        int position = at.Y / samples.Features;
        int corner = corners[position * samples.Batch + at.X];
        samples.Values[at.Y * samples.Batch + at.X] = images[corner + grid.Offset(at.Y - position * samples.Features)] / Brightest;
    }
}
