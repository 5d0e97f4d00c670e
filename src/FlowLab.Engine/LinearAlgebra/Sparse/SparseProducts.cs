using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// Products with a factor that is mostly zeros, on the threads of the SIMD accelerator. Its launches are done when their call returns, and so are these.
/// </summary>
internal sealed class SparseProducts : IDisposable
{
    /// <summary>Up to this share of numbers that are not 0 the lists are faster than the product in full.</summary>
    private const double LargestDensity = 0.5;

    /// <summary>Below these sizes nothing is won.</summary>
    private const int FewestInputs = 64, FewestSamples = 16;

    private readonly CpuThreads _threads;
    private readonly MaxoutRun _maxout;
    private readonly SparseInputRun _input;
    private readonly Lock _lock = new();
    private bool _isDisposed;

    internal SparseProducts(CpuThreads threads, SparseKernelSet kernels)
    {
        _threads = threads;
        _maxout = new(kernels, threads.Count);
        _input = new(kernels, threads.Count);
    }

    internal void Run(AcceleratorStream stream, in MaxoutGradient call)
    {
        stream.Synchronize();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Run(_maxout.Participate, _maxout.Take(call));
        }
    }

    /// <summary>Whether lists are faster than the product in full: the share of the first seed's input that is not 0 decides.</summary>
    internal static bool Pays(AcceleratorStream stream, in SparseInput call, out double density)
    {
        density = 1;
        if (call.Seeds == 0 || call.Inputs < FewestInputs || call.Batch < FewestSamples)
            return false;
        stream.Synchronize();
        density = DensityOf(call.Input);
        return density <= LargestDensity;
    }

    internal void Run(AcceleratorStream stream, in SparseInput call)
    {
        stream.Synchronize();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Run(_input.Participate, _input.Take(call));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _maxout.Dispose();
            _input.Dispose();
        }
    }

    private static unsafe double DensityOf(in MatrixView matrix)
    {
        MatrixRows rows = new(matrix);
        long filled = 0;
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int first = 0; first < matrix.Columns; first += SparseInputPlan.LargestPart)
                filled += uint.PopCount(SparseInputRun.FilledBits(rows.Row(0, row) + first, Math.Min(SparseInputPlan.LargestPart, matrix.Columns - first)));
        }

        return (double)filled / ((long)matrix.Rows * matrix.Columns);
    }

    private void Run(Action participate, bool isShared)
    {
        if (isShared)
            _threads.Run(participate);
        else
            participate();
    }
}
