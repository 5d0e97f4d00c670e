using FlowLab.Benchmarks.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>Two square factors and room for their product.</summary>
internal sealed class SquareMatrices(Accelerator accelerator, int side) : IDisposable
{
    public MemoryBuffer2D<float, Stride2D.DenseX> Left { get; } = Random(accelerator, side, 1);

    public MemoryBuffer2D<float, Stride2D.DenseX> Right { get; } = Random(accelerator, side, 2);

    public MemoryBuffer2D<float, Stride2D.DenseX> Product { get; } = accelerator.Allocate2DDenseX<float>(new(side, side));

    public float[] Result()
    {
        float[] values = new float[side * side];
        Product.AsContiguous().CopyToCPU(values);
        return values;
    }

    public void Dispose()
    {
        Left.Dispose();
        Right.Dispose();
        Product.Dispose();
    }

    private static MemoryBuffer2D<float, Stride2D.DenseX> Random(Accelerator accelerator, int side, int seed)
    {
        var buffer = accelerator.Allocate2DDenseX<float>(new(side, side));
        buffer.AsContiguous().CopyFromCPU(RandomData.Uniform(side * side, seed));
        return buffer;
    }
}
