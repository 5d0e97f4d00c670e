using ILGPU;

namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>
/// A factor as the kernel sees it: elements across (rows of the left factor, columns of the right one) and along the depth. One of the two
/// strides is 1, and neighbouring threads read along it.
/// </summary>
public readonly struct TiledFactor(ArrayView<float> values, long seedStride, int length, int acrossStride, int depthStride)
{
    public readonly ArrayView<float> Values = values;
    public readonly long SeedStride = seedStride;

    /// <summary>Elements of one seed, gaps included.</summary>
    public readonly int Length = length;
    public readonly int AcrossStride = acrossStride;
    public readonly int DepthStride = depthStride;

    public ArrayView<float> Of(int seed) => Values.SubView(seed * SeedStride, Length);
}
