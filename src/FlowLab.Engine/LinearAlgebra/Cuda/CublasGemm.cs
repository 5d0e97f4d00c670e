using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.Engine.LinearAlgebra.Tiled;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.Engine.LinearAlgebra.Cuda;

/// <summary>
/// Products by cuBLAS through ILGPU.Algorithms, one call per seed: a call for many may sum in another order than one for a single seed, and a seed
/// must not notice the others. A kernel prepares the target where there is a bias. What cuBLAS would skip (an empty sum, alpha = 0) is left to
/// the tiled kernel.
/// </summary>
internal sealed class CublasGemm : IGemmBackend
{
    private readonly TiledGemm _tiled;
    private readonly Action<AcceleratorStream, ColumnProduct> _multiply;
    private readonly CuBlas? _library;
    private readonly Action<AcceleratorStream, Index3D, TiledTarget> _prepare;

    private CublasGemm(CudaAccelerator accelerator, CuBlas library)
        : this(accelerator, (stream, product) => Multiply(library, (CudaStream)stream, product)) => _library = library;

    /// <param name="accelerator">Where the kernels run.</param>
    /// <param name="multiply">What cuBLAS does.</param>
    internal CublasGemm(Accelerator accelerator, Action<AcceleratorStream, ColumnProduct> multiply)
    {
        (_tiled, _multiply) = (new(accelerator), multiply);
        _prepare = accelerator.LoadAutoGroupedKernel<Index3D, TiledTarget>(TiledKernels.Prepare);
    }

    /// <summary>The products of a device; null where cuBLAS is not installed.</summary>
    public static CublasGemm? Of(CudaAccelerator accelerator)
    {
        try
        {
            return new(accelerator, new CuBlas(accelerator));
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException or NotSupportedException)
        {
            return null;
        }
    }

    public IProductObserver? Observer { get; set; }

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
            _multiply(stream, ProductOf(call, seed, hasBias ? 1f : call.Output.Beta));
        _tiled.Sum(stream, call);
    }

    public bool Owns(IPackedMatrix packed) => packed is SourceMatrix own && own.IsOwnedBy(this);

    public IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side) =>
        new SourceMatrix(this, seeds, matrix, side);

    public void Dispose()
    {
        _tiled.Dispose();
        _library?.Dispose();
    }

    private static void Multiply(CuBlas library, CudaStream stream, in ColumnProduct product)
    {
        library.Stream = stream;
        library.Gemm(
            OperationOf(product.A), OperationOf(product.B), product.Rows, product.Columns, product.Depth, product.Alpha, product.A.Values, product.A.Leading,
            product.B.Values, product.B.Leading, product.Beta, product.C, product.LeadingC);
    }

    private static CuBlasOperation OperationOf(in ColumnFactor factor) =>
        factor.IsTransposed ? CuBlasOperation.Transpose : CuBlasOperation.NonTranspose;

    /// <summary>The product of a seed, its factors exchanged.</summary>
    private static ColumnProduct ProductOf(in GemmCall call, int seed, float beta)
    {
        MatrixView target = call.Output.Target;
        return new(
            target.Columns, target.Rows, call.Depth, FactorOf(call.Right, seed), FactorOf(call.Left, seed), ValuesOf(target, seed), target.LeadingDimension,
            call.Output.Alpha, beta);
    }

    private static ColumnFactor FactorOf(in MatrixView matrix, int seed) => new(ValuesOf(matrix, seed), matrix.LeadingDimension, matrix.IsTransposed);

    private static ArrayView<float> ValuesOf(in MatrixView matrix, int seed)
    {
        long first = seed * matrix.SeedStride;
        return matrix.Values.SubView(first, matrix.Values.Length - first);
    }
}
