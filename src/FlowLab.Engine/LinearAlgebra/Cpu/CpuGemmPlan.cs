using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// How a product is cut into tasks. One factor is the wide one, whose panels feed vectors, the other the narrow one, whose numbers are
/// broadcast. Per step a block of the narrow factor is packed by all threads together; then every task multiplies it, or a part of it,
/// by one wide panel, which the task packs itself unless it is packed already.
/// </summary>
internal readonly struct CpuGemmPlan
{
    /// <summary>Floats of a packed narrow block: small enough for a third-level cache beside everything else.</summary>
    private const int NarrowBlockLength = 1 << 20;

    /// <summary>Elements that one packing task handles, at least.</summary>
    private const int PackingTaskLength = 1 << 14;

    /// <summary>Tasks per thread that even out what the threads do.</summary>
    private const int TasksPerThread = 4;

    /// <summary>Multiply-adds below which waking another thread costs more than it brings.</summary>
    private const long SmallestShared = 1 << 17;

    internal CpuGemmPlan(in GemmCall call, MicroKernelSet kernels, int threads)
    {
        IsFlipped = FlipPays(call, kernels);
        (int narrow, int wide) = (call.Output.Target.Rows, call.Output.Target.Columns);
        Narrow = new(IsFlipped ? wide : narrow, kernels.Narrow, kernels.NarrowTail);
        Wide = new(IsFlipped ? narrow : wide, kernels.Wide, kernels.WideTail);
        Depth = new(call.Depth);
        Seeds = call.Seeds;
        IsShared = (long)narrow * wide * call.Depth * Seeds >= SmallestShared && threads > 1;
        MatrixView narrowFactor = IsFlipped ? call.Right : call.Left;
        MatrixView wideFactor = IsFlipped ? call.Left : call.Right;
        IsNarrowShared = narrowFactor.SeedStride == 0;
        IsWideShared = wideFactor.SeedStride == 0;
        BlockPanels = Math.Clamp(NarrowBlockLength / (kernels.Narrow * Math.Max(1, Depth.Largest)), 1, Narrow.Count);
        BlockSeeds = IsNarrowShared ? Seeds : Math.Clamp(NarrowBlockLength / Math.Max(1, BlockLength), 1, Seeds);
        int groups = (IsWideShared ? 1 : BlockSeeds) * Wide.Count;
        Parts = Math.Clamp(IsShared ? (TasksPerThread * threads) / groups : 1, 1, PanelsPerGroup);
        PacksWide = call.Packed is null && Parts > 1;
        PackingRun = Math.Max(1, PackingTaskLength / (kernels.Narrow * Math.Max(1, Depth.Largest)));
    }

    /// <summary>Whether the left factor is the wide one; tiles are then transposed on their way to the target.</summary>
    internal bool IsFlipped { get; }

    internal PanelLayout Narrow { get; }

    internal PanelLayout Wide { get; }

    internal DepthBlocks Depth { get; }

    internal int Seeds { get; }

    /// <summary>Whether all threads take part.</summary>
    internal bool IsShared { get; }

    internal bool IsNarrowShared { get; }

    internal bool IsWideShared { get; }

    /// <summary>Narrow panels per block.</summary>
    internal int BlockPanels { get; }

    /// <summary>Seeds per step.</summary>
    internal int BlockSeeds { get; }

    /// <summary>Tasks that share one wide panel.</summary>
    internal int Parts { get; }

    /// <summary>Whether the wide factor is packed at the start of a step because several tasks need each panel.</summary>
    internal bool PacksWide { get; }

    /// <summary>Narrow panels that one packing task packs.</summary>
    internal int PackingRun { get; }

    /// <summary>Floats of a packed narrow block of one seed.</summary>
    internal int BlockLength => Narrow.OffsetOf(BlockPanels) * Depth.Largest;

    /// <summary>Floats of all wide panels of one seed within a depth block.</summary>
    internal int WideLength => Wide.PaddedLength * Depth.Largest;

    internal int NarrowCopies => IsNarrowShared ? 1 : BlockSeeds;

    internal int WideCopies => IsWideShared ? 1 : BlockSeeds;

    /// <summary>Narrow panels that a wide panel is multiplied by in a step: those of all its seeds.</summary>
    internal int PanelsPerGroup => BlockPanels * (IsWideShared ? BlockSeeds : 1);

    internal int NarrowRuns => (BlockPanels + PackingRun - 1) / PackingRun;

    internal int PackingTasks => (NarrowCopies * NarrowRuns) + (PacksWide ? WideCopies * Wide.Count : 0);

    internal int ProductTasks => WideCopies * Wide.Count * Parts;

    internal int TasksPerStep => PackingTasks + ProductTasks;

    internal int NarrowBlocks => (Narrow.Count + BlockPanels - 1) / BlockPanels;

    internal int SeedBlocks => (Seeds + BlockSeeds - 1) / BlockSeeds;

    internal long Steps => (long)SeedBlocks * NarrowBlocks * Depth.Count;

    /// <summary>The seed of a step, the part of its narrow panels, and the wide panel of a product task.</summary>
    internal (int Copy, int Part, int WidePanel) ProductOf(int task)
    {
        (int rest, int panel) = Math.DivRem(task, Wide.Count);
        (int copy, int part) = Math.DivRem(rest, Parts);
        return (copy, part, panel);
    }

    private static bool FlipPays(in GemmCall call, MicroKernelSet kernels)
    {
        if (call.Packed is not null)
            return call.PackedSide == MatrixSide.Left;
        long straight = PaddedTiles(call.Output.Target.Rows, call.Output.Target.Columns, kernels);
        long flipped = PaddedTiles(call.Output.Target.Columns, call.Output.Target.Rows, kernels);
        return flipped < straight - (straight / 16);
    }

    private static long PaddedTiles(int narrow, int wide, MicroKernelSet kernels) =>
        (long)new PanelLayout(narrow, kernels.Narrow, kernels.NarrowTail).PaddedLength
        * new PanelLayout(wide, kernels.Wide, kernels.WideTail).PaddedLength;
}
