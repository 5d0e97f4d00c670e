using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>Kernels over (sample, seed): X counts samples, Y counts seeds.</summary>
public static class SampleKernels
{
    /// <summary>Draws sample X of seed Y. A point depends on (seed, purpose, step, sample) only, not on its place in the launch.</summary>
    public static void Draw<TSampler>(
        Index2D index, ArrayView<int> seeds, int purpose, long step, SampleView samples, TSampler sampler)
        where TSampler : unmanaged, ISampler
    {
        PlanePoint point = sampler.Sample(KernelRandom.Bits(seeds[index.Y], purpose, step, index.X, 0));
        samples.Row(index.Y, 0)[index.X] = point.X;
        samples.Row(index.Y, 1)[index.X] = point.Y;
    }
}
