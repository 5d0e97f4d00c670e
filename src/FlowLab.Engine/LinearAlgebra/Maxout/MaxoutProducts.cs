using FlowLab.Engine.LinearAlgebra.Cpu;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Maxout;

/// <summary>Backward passes through maxout units on the threads of the SIMD accelerator. Its launches are done when their call returns, and so are these.</summary>
internal sealed class MaxoutProducts : IDisposable
{
    private readonly CpuThreads _threads;
    private readonly MaxoutRun _run;
    private readonly Lock _lock = new();
    private bool _isDisposed;

    internal MaxoutProducts(CpuThreads threads, MaxoutKernelSet kernels)
    {
        _threads = threads;
        _run = new(kernels, threads.Count);
    }

    internal void Run(AcceleratorStream stream, in MaxoutGradient call)
    {
        stream.Synchronize();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_run.Prepare(call))
                _threads.Run(_run.Participate);
            else
                _run.Participate();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _run.Dispose();
        }
    }
}
