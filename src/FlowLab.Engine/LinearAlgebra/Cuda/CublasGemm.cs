#if FLOWLAB_ILGPU
using FlowLab.Engine.LinearAlgebra.Tiled;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.Engine.LinearAlgebra.Cuda;

/// <summary>
/// Products by cuBLAS, one call per seed: a call for many may sum in another order than one for a single seed, and a seed must not notice
/// the others. A kernel prepares the target where there is a bias. What cuBLAS would skip (an empty sum, alpha = 0) is left to the tiled kernel.
/// </summary>
internal sealed class CublasGemm : IGemmBackend
{
    private readonly TiledGemm _tiled;
    private readonly Action<AcceleratorStream, CudaGemm> _multiply;
    private readonly CudaBlas? _library;
    private readonly Action<AcceleratorStream, Index3D, TiledTarget> _prepare;

    internal CublasGemm(CudaAccelerator accelerator, CudaBlas library)
        : this(accelerator, (stream, gemm) => library.Multiply(stream, gemm)) => _library = library;

    /// <param name="accelerator">Where the kernels run.</param>
    /// <param name="multiply">What cuBLAS does.</param>
    internal CublasGemm(Accelerator accelerator, Action<AcceleratorStream, CudaGemm> multiply)
    {
        (_tiled, _multiply) = (new(accelerator), multiply);
        _prepare = accelerator.LoadAutoGroupedKernel<Index3D, TiledTarget>(TiledKernels.Prepare);
    }

    public void Multiply(AcceleratorStream stream, in GemmCall call)
    {
        if (call.Depth == 0 || call.Output.Alpha == 0f)
        {
            _tiled.Multiply(stream, call);
            return;
        }

        bool hasBias = call.Output.Bias.Axis != BiasAxis.None;
        if (hasBias)
            _prepare(stream, new Index3D(call.Output.Target.Columns, call.Output.Target.Rows, call.Seeds), TiledTarget.Of(call.Output));
        for (int seed = 0; seed < call.Seeds; seed++)
            _multiply(stream, CallOf(call, seed, hasBias ? 1f : call.Output.Beta));
    }

    public bool Owns(IPackedMatrix packed) => packed is SourceMatrix own && own.IsOwnedBy(this);

    public IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side) =>
        new SourceMatrix(this, seeds, matrix, side);

    public void Dispose()
    {
        _tiled.Dispose();
        _library?.Dispose();
    }

    private static CudaGemm CallOf(in GemmCall call, int seed, float beta) => new CudaGemm
    {
        M = call.Output.Target.Rows,
        N = call.Output.Target.Columns,
        K = call.Depth,
        TransposesA = call.Left.IsTransposed,
        TransposesB = call.Right.IsTransposed,
        Alpha = call.Output.Alpha,
        Beta = beta,
        A = AddressOf(call.Left, seed),
        B = AddressOf(call.Right, seed),
        C = AddressOf(call.Output.Target, seed),
        LeadingA = call.Left.LeadingDimension,
        LeadingB = call.Right.LeadingDimension,
        LeadingC = call.Output.Target.LeadingDimension,
        Batches = 1,
    }.OfRows();

    private static nint AddressOf(in MatrixView matrix, int seed) =>
        matrix.Values.LoadEffectiveAddressAsPtr() + (nint)(seed * matrix.SeedStride * sizeof(float));
}
#endif
