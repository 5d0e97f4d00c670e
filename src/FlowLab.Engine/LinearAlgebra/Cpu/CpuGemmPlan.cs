using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// How a product is cut into steps and tasks. One factor is the wide one, whose panels feed vectors, the other the narrow one, whose
/// numbers are broadcast. In a step all threads together pack a block of the narrow factor; then every task multiplies a part of it by
/// one wide panel. A panel that only one task needs is packed by that task, into its own cache; one that several need is packed with the block.
/// </summary>
internal readonly partial struct CpuGemmPlan
{
    /// <summary>Floats of a packed narrow block: small enough for a third-level cache beside everything else.</summary>
    private const int BlockLimit = 1 << 20;

    /// <summary>Floats of a part within a depth block: small enough for a second-level cache beside a wide panel.</summary>
    private const int PartLimit = 160 << 10;

    /// <summary>Floats of a wide factor that is packed as a whole.</summary>
    private const int WideLimit = 1 << 22;

    /// <summary>Narrow panels that one packing task packs at most.</summary>
    private const int LongestNarrowRun = 8;

    /// <summary>Wide panels that one packing task packs.</summary>
    internal const int WideRun = 4;

    /// <summary>Tasks per thread that even out what the threads do.</summary>
    private const int TasksPerThread = 4;

    /// <summary>Multiply-adds below which waking another thread costs more than it brings.</summary>
    private const long SmallestShared = 1 << 17;

    internal CpuGemmPlan(in GemmCall call, MicroKernelSet kernels, int threads)
    {
        IsFlipped = FlipPays(call, kernels);
        (int rows, int columns) = (call.Output.Target.Rows, call.Output.Target.Columns);
        Narrow = new(IsFlipped ? columns : rows, kernels.Narrow, kernels.NarrowTail);
        Wide = new(IsFlipped ? rows : columns, kernels.Wide, kernels.WideTail);
        Depth = new(call.Depth);
        Seeds = call.Seeds;
        IsNarrowShared = (IsFlipped ? call.Right : call.Left).SeedStride == 0;
        IsWideShared = (IsFlipped ? call.Left : call.Right).SeedStride == 0;
        int panelLength = kernels.Narrow * Math.Max(1, Depth.GroupLength);
        BlockPanels = Math.Clamp(BlockLimit / panelLength, 1, Narrow.Count);
        BlockSeeds = IsNarrowShared ? Seeds : Math.Clamp(BlockLimit / Math.Max(1, BlockLength), 1, Seeds);
        IsParallel = threads > 1 && (long)rows * columns * call.Depth * Seeds >= SmallestShared;
        Parts = PartsOf(kernels, IsParallel ? threads : 1);
        NarrowRuns = RunsOf(BlockPanels, IsParallel ? (threads + NarrowCopies - 1) / NarrowCopies : 1);
        PacksWide = call.Packed is null && Parts > 1 && (long)WideCopies * WideLength <= WideLimit;
    }

    /// <summary>Whether the left factor is the wide one; tiles are then transposed on their way to the target.</summary>
    internal bool IsFlipped { get; }

    internal PanelLayout Narrow { get; }

    internal PanelLayout Wide { get; }

    internal DepthBlocks Depth { get; }

    internal int Seeds { get; }

    /// <summary>Whether all threads take part.</summary>
    internal bool IsParallel { get; }

    internal bool IsNarrowShared { get; }

    internal bool IsWideShared { get; }

    /// <summary>Narrow panels of a block.</summary>
    internal int BlockPanels { get; }

    /// <summary>Seeds of a block.</summary>
    internal int BlockSeeds { get; }

    /// <summary>Tasks that share one wide panel.</summary>
    internal int Parts { get; }

    /// <summary>Whether the wide factor is packed at the start of a step.</summary>
    internal bool PacksWide { get; }

    /// <summary>Floats of a packed narrow block of one seed.</summary>
    internal int BlockLength => Narrow.OffsetOf(BlockPanels) * Depth.GroupLength;

    /// <summary>Floats of all wide panels of one seed within a step.</summary>
    internal nint WideLength => (nint)Wide.PaddedLength * Depth.GroupLength;

    /// <summary>Packed narrow blocks of a step.</summary>
    internal int NarrowCopies => IsNarrowShared ? 1 : BlockSeeds;

    /// <summary>Packing tasks of one narrow block: of nine panels, two threads pack five and four, not eight and one.</summary>
    internal int NarrowRuns { get; }

    /// <summary>Narrow panels that one packing task packs.</summary>
    internal int NarrowRun => (BlockPanels + NarrowRuns - 1) / NarrowRuns;

    /// <summary>Different wide factors of a step.</summary>
    internal int WideCopies => IsWideShared ? 1 : BlockSeeds;

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

    private static int RunsOf(int panels, int threads) => Math.Max((panels + LongestNarrowRun - 1) / LongestNarrowRun, Math.Min(panels, threads));

    /// <summary>As many as the cache asks for, or as it takes to keep all threads busy.</summary>
    private int PartsOf(MicroKernelSet kernels, int threads)
    {
        int panels = BlockPanels * (IsWideShared ? BlockSeeds : 1);
        int panelsPerPart = Math.Max(1, PartLimit / (kernels.Narrow * Math.Max(1, Depth.Largest)));
        int forCache = (panels + panelsPerPart - 1) / panelsPerPart;
        int forThreads = threads > 1 ? TasksPerThread * threads / (WideCopies * Wide.Count) : 1;
        return Math.Clamp(Math.Max(forCache, forThreads), 1, panels);
    }
}
