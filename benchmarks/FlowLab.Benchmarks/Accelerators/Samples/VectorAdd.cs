using FlowLab.Benchmarks.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>The sum of two vectors.</summary>
internal sealed class VectorAdd : Sample
{
    private const int Length = 10_000;

    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _left;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _right;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _sum;
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>> _kernel;

    public VectorAdd(Accelerator accelerator)
    {
        _accelerator = accelerator;
        _left = accelerator.Allocate1D(RandomData.Uniform(Length, 1));
        _right = accelerator.Allocate1D(RandomData.Uniform(Length, 2));
        _sum = accelerator.Allocate1D<float>(Length);
        _kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>>(Add);
    }

    public override void Run()
    {
        _kernel(Length, _left.View, _right.View, _sum.View);
        _accelerator.Synchronize();
    }

    public override float[] Result() => _sum.GetAsArray1D();

    public override void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
        _sum.Dispose();
    }

    private static void Add(Index1D i, ArrayView<float> left, ArrayView<float> right, ArrayView<float> sum) => sum[i] = left[i] + right[i];
}
