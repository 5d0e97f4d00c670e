using FlowLab.Engine.LinearAlgebra.Cpu;
#if FLOWLAB_ILGPU
using FlowLab.Engine.LinearAlgebra.Cuda;
#endif
using FlowLab.Engine.LinearAlgebra.Tiled;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
#if FLOWLAB_ILGPU
using ILGPU.Runtime.Cuda;
#endif

namespace FlowLab.Engine.LinearAlgebra;

/// <summary>Checks what is asked for and hands it to the kind of device.</summary>
public sealed class MatrixMultiply : IMatrixMultiply
{
    private readonly Accelerator _accelerator;
    private readonly IGemmBackend _backend;

    internal MatrixMultiply(Accelerator accelerator, IGemmBackend backend) => (_accelerator, _backend) = (accelerator, backend);

    /// <summary>The products of a device.</summary>
    public static MatrixMultiply Of(Accelerator accelerator) => new(accelerator, BackendOf(accelerator));

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

    public void Dispose() => _backend.Dispose();

    private static IGemmBackend BackendOf(Accelerator accelerator)
    {
        if (accelerator is CPUAccelerator cpu)
            return new CpuGemm(new CpuThreads(cpu), MicroKernelSet.OfProcessor);
#if FLOWLAB_ILGPU
        if (accelerator is CudaAccelerator cuda && cuda.CreateBlas() is { } library)
            return new CublasGemm(cuda, library);
#endif
        return new TiledGemm(accelerator);
    }

    private void Run(AcceleratorStream stream, in GemmCall call)
    {
        ArgumentNullException.ThrowIfNull(stream);
        MatrixCheck.Call(_accelerator, _backend, call);
        if (!call.IsEmpty)
            _backend.Multiply(stream, call.Normalize());
    }
}
