using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>How many steps each point of the plane takes to leave a circle: instances that end at different times.</summary>
internal sealed class Mandelbrot : Sample
{
    private const int Side = 64;
    private const int Steps = 200;

    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _counts;
    private readonly Action<Index1D, ArrayView<int>> _kernel;

    public Mandelbrot(Accelerator accelerator)
    {
        _accelerator = accelerator;
        _counts = accelerator.Allocate1D<int>(Side * Side);
        _kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Count);
    }

    public override void Run()
    {
        _kernel(Side * Side, _counts.View);
        _accelerator.Synchronize();
    }

    /// <summary>A point at the edge may leave much later where a last bit is rounded differently.</summary>
    public override double Tolerance => 0.02;

    public override float[] Result() => [.. _counts.GetAsArray1D().Select(count => (float)count)];

    public override void Dispose() => _counts.Dispose();

    private static void Count(Index1D at, ArrayView<int> counts)
    {
        float x0 = -2f + (3f * (at % Side) / Side), y0 = -1f + (2f * (at / Side) / Side);
        float x = 0, y = 0;
        int steps = 0;
        while (steps < Steps && x * x + y * y < 4f)
        {
            (x, y) = (x * x - y * y + x0, 2f * x * y + y0);
            steps++;
        }
        counts[at] = steps;
    }
}
