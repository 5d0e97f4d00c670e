using System.Runtime.CompilerServices;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Images;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Kernels that move points from a table into a batch, and that binarize a table.</summary>
public static class PointKernels
{
    /// <summary>
    /// X counts samples, Y counts groups of features within seeds: neighboring instances write neighboring addresses of [R, D, B], and the
    /// rows of the batch's points stay in the cache from group to group.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather<TReader>(Index2D at, PointAddresses addresses, TReader reader, SampleView samples)
        where TReader : struct, IPointReader
    {
        int size = reader.GroupSize;
        int groups = (samples.Features + size - 1) / size;
        int position = at.Y / groups;
        int group = at.Y - position * groups;
        reader.Read(addresses[position, at.X], group, new FeatureWriter(samples, position, at.X, group * size, size));
    }

    /// <summary>
    /// Static binarization, 32 features at once: X counts words of a point of bits, Y counts points. The bits past the last feature are zero.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Binarize<TInk>(Index2D at, TInk ink, int noiseSeed, int blocksPerPoint, int wordsPerPoint, ArrayView<uint> words)
        where TInk : struct, IInkReader
    {
        const int Blocks = BitReader.FeaturesPerWord / Binarization.PixelsPerBlock;
        var address = new PointAddress(at.Y, noiseSeed, Binarization.Static);
        uint word = 0;
        for (int i = 0; i < Blocks; i++)
        {
            int block = Blocks * at.X + i;
            if (block < blocksPerPoint)
                word |= ink.Ink(address, block) << (Binarization.PixelsPerBlock * i);
        }
        words[at.Y * wordsPerPoint + at.X] = word;
    }
}
