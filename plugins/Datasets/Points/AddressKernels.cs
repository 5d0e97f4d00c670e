using System.Runtime.CompilerServices;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Kernels over (sample, seed) that say which point each sample is: X counts samples, Y counts seeds.</summary>
public static class AddressKernels
{
    /// <summary>
    /// The next points of the seed's endless sequence of epochs: sample X is element (start + X) mod N of the permutation of (seed, epoch). The
    /// part begins at row 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Shuffle(Index2D at, ArrayView<int> seeds, EpochStart start, KeyedPermutation order, PointAddresses addresses)
    {
        uint position = (uint)start.Position + (uint)at.X;
        uint later = position / (uint)order.Length;
        int seed = seeds[at.Y];
        long epoch = start.Epoch + later;
        int row = order.At(seed, (int)RandomPurpose.Shuffling, epoch, (int)(position - later * (uint)order.Length));
        addresses.Set(at.Y, at.X, new PointAddress(row, seed, epoch));
    }

    /// <summary>The points of a part in their order, from the first again after the last, with static noise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Cycle(Index2D at, PointRange range, int noiseSeed, PointAddresses addresses) =>
        addresses.Set(at.Y, at.X, new PointAddress(range.Cyclic(at.X), noiseSeed, Binarization.Static));

    /// <summary>The points of a part in their order, the last one repeated, with static noise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Neighbors(Index2D at, PointRange range, int noiseSeed, PointAddresses addresses) =>
        addresses.Set(at.Y, at.X, new PointAddress(range.Clamped(at.X), noiseSeed, Binarization.Static));
}
