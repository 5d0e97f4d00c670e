using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>How often each value of a byte occurs: atomics, many to the same few places.</summary>
internal sealed class Histogram : Sample
{
    private const int Length = 10_000;
    private const int Bins = 256;

    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> _values;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _bins;
    private readonly Action<Index1D, ArrayView<byte>, ArrayView<int>> _kernel;

    public Histogram(Accelerator accelerator)
    {
        _accelerator = accelerator;
        byte[] values = new byte[Length];
        new System.Random(1).NextBytes(values);
        _values = accelerator.Allocate1D(values);
        _bins = accelerator.Allocate1D<int>(Bins);
        _kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<byte>, ArrayView<int>>(Count);
    }

    public override void Run()
    {
        _bins.MemSetToZero();
        _kernel(Length, _values.View, _bins.View);
        _accelerator.Synchronize();
    }

    public override float[] Result() => [.. _bins.GetAsArray1D().Select(count => (float)count)];

    public override void Dispose()
    {
        _values.Dispose();
        _bins.Dispose();
    }

    private static void Count(Index1D i, ArrayView<byte> values, ArrayView<int> bins) => Atomic.Add(ref bins[(int)values[i]], 1);
}
