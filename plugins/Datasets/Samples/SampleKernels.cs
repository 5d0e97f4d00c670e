using System.Runtime.CompilerServices;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>
/// Kernels over (sample, seed): X counts samples, Y counts seeds. They are inlined into the loop over instances, which saves a copy of
/// their arguments per instance.
/// </summary>
public static class SampleKernels
{
    /// <summary>Draws sample X of seed Y. A point depends on (seed, purpose, step, sample) only, not on its place in the launch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Draw<TSampler>(
        Index2D index, ArrayView<int> seeds, int purpose, long step, SampleView samples, TSampler sampler)
        where TSampler : unmanaged, ISampler
    {
        PlanePoint point = sampler.Sample(KernelRandom.Bits(seeds[index.Y], purpose, step, index.X, 0));
        int first = 2 * index.Y * samples.Batch + index.X;
        samples.Values[first] = point.X;
        samples.Values[first + samples.Batch] = point.Y;
    }
}
