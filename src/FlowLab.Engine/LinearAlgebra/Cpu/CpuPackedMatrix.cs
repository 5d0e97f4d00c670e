using FlowLab.Engine.Memory;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>A wide factor whose panels stay packed: [seed][depth block][panel].</summary>
internal sealed unsafe class CpuPackedMatrix : IPackedMatrix
{
    private readonly CpuGemm _owner;
    private readonly AlignedMemory _memory = new();
    private readonly PanelLayout _panels;
    private readonly DepthBlocks _depth;
    private readonly int _depthLength;

    internal CpuPackedMatrix(CpuGemm owner, MicroKernelSet kernels, int seeds, in MatrixView source, MatrixSide side)
    {
        (_owner, Seeds, Source, Side) = (owner, seeds, source, side);
        (int across, _depthLength) = side == MatrixSide.Left ? (source.Rows, source.Columns) : (source.Columns, source.Rows);
        _panels = new(across, kernels.Wide, kernels.WideTail);
        _depth = new(_depthLength);
        _memory.Reserve((nint)Copies * SeedLength);
    }

    public MatrixView Source { get; }

    public int Seeds { get; }

    public MatrixSide Side { get; }

    internal bool IsDisposed { get; private set; }

    /// <summary>Runs of panels to pack, those of all seeds and depth blocks counted.</summary>
    internal int Tasks => Copies * _depth.Count * Runs;

    private int Runs => (_panels.Count + CpuGemmPlan.WideRun - 1) / CpuGemmPlan.WideRun;

    private int Copies => Source.SeedStride == 0 ? 1 : Seeds;

    private nint SeedLength => (nint)_panels.PaddedLength * _depthLength;

    public void Refresh(AcceleratorStream stream) => _owner.Refresh(stream, this);

    public void Dispose()
    {
        IsDisposed = true;
        _memory.Dispose();
    }

    internal bool IsOwnedBy(CpuGemm gemm) => _owner == gemm && !IsDisposed;

    internal float* PanelAt(int seed, int block, int panel) =>
        _memory.Pointer + (Copies == 1 ? 0 : seed * SeedLength) + ((nint)_panels.PaddedLength * _depth.StartOf(block))
        + ((nint)_panels.OffsetOf(panel) * _depth.LengthOf(block));

    internal void Pack(int task)
    {
        (int rest, int run) = Math.DivRem(task, Runs);
        (int first, int end) = (run * CpuGemmPlan.WideRun, Math.Min((run + 1) * CpuGemmPlan.WideRun, _panels.Count));
        (int seed, int block) = Math.DivRem(rest, _depth.Count);
        PanelSource source = Side == MatrixSide.Left ? PanelSource.OfLeft(Source) : PanelSource.OfRight(Source);
        source.Pack(seed, _panels, first, end, _depth.StartOf(block), _depth.LengthOf(block), PanelAt(seed, block, first));
    }
}
