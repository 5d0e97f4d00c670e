using System.Diagnostics;
using FlowLab.Accelerators.Simd;
using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.Engine.LinearAlgebra.Cuda;
using FlowLab.Engine.LinearAlgebra.Sparse;
using FlowLab.Engine.LinearAlgebra.Tiled;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.Engine.LinearAlgebra;

/// <summary>Checks what is asked for and hands it to the kind of device.</summary>
public sealed class MatrixMultiply : IMatrixMultiply
{
    private readonly Accelerator _accelerator;
    private readonly IGemmBackend _backend;
    private readonly SparseProducts? _sparse;

    internal MatrixMultiply(Accelerator accelerator, IGemmBackend backend, SparseProducts? sparse = null) =>
        (_accelerator, _backend, _sparse) = (accelerator, backend, sparse);

    /// <summary>Who is told of products; null for nobody.</summary>
    public IProductObserver? Observer
    {
        get => _backend.Observer;
        set => _backend.Observer = value;
    }

    /// <summary>The products of a device.</summary>
    public static MatrixMultiply Of(Accelerator accelerator) => accelerator is SimdAccelerator simd
        ? new(accelerator, new CpuGemm(new CpuThreads(simd), MicroKernelSet.OfProcessor), new SparseProducts(new CpuThreads(simd), SparseKernelSet.OfProcessor))
        : new(accelerator, BackendOf(accelerator));

    /// <summary>Whether <see cref="MaxoutBackward"/> is there for the device.</summary>
    internal bool HasMaxout => _sparse is not null;

    public void Multiply(AcceleratorStream stream, int seeds, in MatrixView left, in MatrixView right, in MatrixOutput output) =>
        Run(stream, new GemmCall(seeds, left, right, output, null, default));

    public void Multiply(AcceleratorStream stream, int seeds, in MatrixView left, IPackedMatrix right, in MatrixOutput output)
    {
        ArgumentNullException.ThrowIfNull(right);
        Run(stream, new GemmCall(seeds, left, right.Source, output, right, MatrixSide.Right));
    }

    public void Multiply(AcceleratorStream stream, int seeds, IPackedMatrix left, in MatrixView right, in MatrixOutput output)
    {
        ArgumentNullException.ThrowIfNull(left);
        Run(stream, new GemmCall(seeds, left.Source, right, output, left, MatrixSide.Left));
    }

    public IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side)
    {
        ArgumentNullException.ThrowIfNull(stream);
        MatrixCheck.Matrix(_accelerator, "the matrix to pack", matrix, seeds);
        return _backend.Pack(stream, seeds, matrix, side);
    }

    /// <summary>The backward pass of a layer of maxout units.</summary>
    /// <exception cref="InvalidOperationException">The device has none.</exception>
    internal void MaxoutBackward(AcceleratorStream stream, in MaxoutGradient call)
    {
        SparseProducts sparse = _sparse ?? throw new InvalidOperationException($"There is no backward pass of maxout units for {_accelerator.Name}: look at HasMaxout first.");
        MaxoutCheck.Call(_accelerator, call);
        long start = Begin();
        sparse.Run(stream, call);
        End(call.Work, start);
    }

    /// <summary>
    /// The product of an input layer, if its input is mostly zeros, as images of few inked pixels are, and the device can make use of that: the same bits as the product
    /// in full, where 0 times a number that is not finite counts as 0. The result says whether it was done.
    /// </summary>
    internal bool TryMultiplySparse(AcceleratorStream stream, in SparseInput call)
    {
        if (_sparse is null)
            return false;
        SparseInputCheck.Call(_accelerator, call);
        if (!SparseProducts.Pays(stream, call, out double density))
            return false;
        long start = Begin();
        _sparse.Run(stream, call);
        End(call.WorkAt(density), start);
        return true;
    }

    public void Dispose()
    {
        _sparse?.Dispose();
        _backend.Dispose();
    }

    private static IGemmBackend BackendOf(Accelerator accelerator) => accelerator switch
    {
        CudaAccelerator cuda when CublasGemm.Of(cuda) is { } cublas => cublas,
        _ => new TiledGemm(accelerator),
    };

    private void Run(AcceleratorStream stream, in GemmCall call)
    {
        ArgumentNullException.ThrowIfNull(stream);
        MatrixCheck.Call(_accelerator, _backend, call);
        if (call.IsEmpty)
            return;
        if (_backend.Observer is { } observer)
            RunObserved(observer, stream, call);
        else
            _backend.Multiply(stream, call.Normalize());
    }

    private long Begin()
    {
        _backend.Observer?.Begin();
        return Stopwatch.GetTimestamp();
    }

    private void End(ProductWork work, long start) => _backend.Observer?.Multiplied(work, start, Stopwatch.GetTimestamp());

    private void RunObserved(IProductObserver observer, AcceleratorStream stream, in GemmCall call)
    {
        stream.Synchronize();
        observer.Begin();
        long start = Stopwatch.GetTimestamp();
        _backend.Multiply(stream, call.Normalize());
        stream.Synchronize();
        MatrixView target = call.Output.Target;
        observer.Multiplied(new ProductSize(call.Seeds, target.Rows, call.Depth, target.Columns, call.Output.Beta != 0).Work, start, Stopwatch.GetTimestamp());
    }
}
