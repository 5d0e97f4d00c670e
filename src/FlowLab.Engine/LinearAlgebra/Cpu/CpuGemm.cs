using System.Diagnostics;
using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Products on the threads of the SIMD accelerator. Its launches are done when their call returns, and so are products.</summary>
internal sealed class CpuGemm : IGemmBackend
{
    private readonly CpuThreads _threads;
    private readonly MicroKernelSet _kernels;
    private readonly Lock _lock = new();
    private readonly CpuGemmRun _product;
    private readonly CpuPackingRun _packing = new();
    private bool _isDisposed;

    internal CpuGemm(CpuThreads threads, MicroKernelSet kernels)
    {
        (_threads, _kernels) = (threads, kernels);
        _product = new(kernels, threads.Count);
    }

    public IProductObserver? Observer { get; set; }

    public void Multiply(AcceleratorStream stream, in GemmCall call)
    {
        stream.Synchronize();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Run(_product.Participate, isShared: _product.Prepare(call));
            _product.Release();
        }
    }

    public bool Owns(IPackedMatrix packed) => packed is CpuPackedMatrix own && own.IsOwnedBy(this);

    public IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side)
    {
        CpuPackedMatrix packed = new(this, _kernels, seeds, matrix, side);
        Refresh(stream, packed);
        return packed;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _product.Dispose();
        }
    }

    internal void Refresh(AcceleratorStream stream, CpuPackedMatrix packed)
    {
        ObjectDisposedException.ThrowIf(packed.IsDisposed, packed);
        stream.Synchronize();
        long start = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            _packing.Prepare(packed);
            Run(_packing.Participate, isShared: true);
            _packing.Release();
        }
        Observer?.Packed((long)packed.Seeds * packed.Source.Rows * packed.Source.Columns, start, Stopwatch.GetTimestamp());
    }

    private void Run(Action participate, bool isShared)
    {
        if (isShared)
            _threads.Run(participate);
        else
            participate();
    }
}
