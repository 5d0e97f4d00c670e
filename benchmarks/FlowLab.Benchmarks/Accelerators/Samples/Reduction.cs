using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>The sum of many integers by ILGPU.Algorithms.</summary>
internal sealed class Reduction : Sample
{
    private const int Length = 10_000;
    private const int Largest = 1000;

    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _values;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _sum;

    public Reduction(Accelerator accelerator)
    {
        _accelerator = accelerator;
        System.Random random = new(1);
        _values = accelerator.Allocate1D<int>([.. Enumerable.Range(0, Length).Select(_ => random.Next(Largest))]);
        _sum = accelerator.Allocate1D<int>(1);
    }

    public override void Run()
    {
        _accelerator.Reduce<int, AddInt32>(_accelerator.DefaultStream, _values.View, _sum.View);
        _accelerator.Synchronize();
    }

    public override float[] Result() => [_sum.GetAsArray1D()[0]];

    public override void Dispose()
    {
        _values.Dispose();
        _sum.Dispose();
    }
}
