using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>Products by one kernel that is written once for all devices with groups.</summary>
internal sealed class TiledGemm : IGemmBackend
{
    private const int GridLimit = 65535;

    private readonly Action<AcceleratorStream, KernelConfig, TiledFactor, TiledFactor, TiledTarget, int> _multiply;
    private readonly Action<AcceleratorStream, Index2D, TiledFactor, int, ArrayView<float>, long> _sumDepth;
    private readonly int _side;

    internal TiledGemm(Accelerator accelerator)
        : this(accelerator, accelerator.MaxNumThreadsPerGroup >= default(LargeGroup).Side * default(LargeGroup).Side)
    {
    }

    internal TiledGemm(Accelerator accelerator, bool hasLargeGroups)
    {
        _side = hasLargeGroups ? default(LargeGroup).Side : default(SmallGroup).Side;
        _multiply = hasLargeGroups
            ? accelerator.LoadKernel<TiledFactor, TiledFactor, TiledTarget, int>(TiledKernels.Multiply<LargeGroup>)
            : accelerator.LoadKernel<TiledFactor, TiledFactor, TiledTarget, int>(TiledKernels.Multiply<SmallGroup>);
        _sumDepth = accelerator.LoadAutoGroupedKernel<Index2D, TiledFactor, int, ArrayView<float>, long>(TiledKernels.SumDepth);
    }

    public IProductObserver? Observer { get; set; }

    public void Multiply(AcceleratorStream stream, in GemmCall call)
    {
        MatrixView target = call.Output.Target;
        int tile = _side * TiledKernels.PerThread;
        Index3D grid = new((target.Columns + tile - 1) / tile, (target.Rows + tile - 1) / tile, call.Seeds);
        if (grid.Y > GridLimit || grid.Z > GridLimit)
            throw TiledLength.TooLarge($"{target.Rows} rows for {call.Seeds} seeds", $"{(long)GridLimit * tile} rows and {GridLimit} seeds");
        _multiply(
            stream, new KernelConfig(grid, new Index3D(_side, _side, 1)), FactorOf(call.Left, acrossIsRows: true),
            FactorOf(call.Right, acrossIsRows: false), TiledTarget.Of(call.Output), call.Depth);
        Sum(stream, call);
    }

    /// <summary>The sums of a factor, if they are wanted: here a launch of their own.</summary>
    internal void Sum(AcceleratorStream stream, in GemmCall call)
    {
        if (!call.Sums.IsWanted)
            return;
        (TiledFactor factor, int across) = call.SumsSide == MatrixSide.Left
            ? (FactorOf(call.Left, acrossIsRows: true), call.Left.Rows)
            : (FactorOf(call.Right, acrossIsRows: false), call.Right.Columns);
        _sumDepth(stream, new Index2D(across, call.Seeds), factor, call.Depth, call.Sums.Values, call.Sums.SeedStride);
    }

    public bool Owns(IPackedMatrix packed) => packed is SourceMatrix own && own.IsOwnedBy(this);

    public IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side) =>
        new SourceMatrix(this, seeds, matrix, side);

    public void Dispose()
    {
        // The kernel belongs to the accelerator.
    }

    private static TiledFactor FactorOf(in MatrixView matrix, bool acrossIsRows)
    {
        bool acrossIsOuter = acrossIsRows != matrix.IsTransposed;
        return new(
            matrix.Values, matrix.SeedStride, TiledLength.Of(matrix), acrossIsOuter ? matrix.LeadingDimension : 1, acrossIsOuter ? 1 : matrix.LeadingDimension);
    }
}
