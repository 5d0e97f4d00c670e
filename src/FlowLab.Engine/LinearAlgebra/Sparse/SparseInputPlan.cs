using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// How a product with a sparse input is cut. In a step, a block of seeds, all threads together list what is not zero, for parts of the samples. Then every product task
/// takes <see cref="SparseKernelSet.Columns"/> rows of the weight through all lists.
/// </summary>
internal readonly struct SparseInputPlan
{
    /// <summary>Samples of a part at most: one bit each.</summary>
    internal const int LargestPart = 32;

    /// <summary>Floats that the lists of a block of seeds may take.</summary>
    private const long StepLimit = 1 << 22;

    /// <summary>Multiply-adds below which waking another thread costs more than it brings.</summary>
    private const long SmallestShared = 1 << 17;

    internal SparseInputPlan(in SparseInput call, int threads)
    {
        (Seeds, Rows, Inputs, Batch) = (call.Seeds, call.Weight.Rows, call.Inputs, call.Batch);
        Depth = new(Inputs);
        IsParallel = threads > 1 && Seeds * call.Terms >= SmallestShared;
        Parts = Math.Max(1, (Batch + LargestPart - 1) / LargestPart);
        BlockSeeds = (int)Math.Clamp(StepLimit / Math.Max(1, ListLength + StartLength), 1, Math.Max(1, Seeds));
    }

    internal int Seeds { get; }

    /// <summary>Rows of the weight.</summary>
    internal int Rows { get; }

    internal int Inputs { get; }

    internal int Batch { get; }

    /// <summary>Blocks of inputs, those of the product in full, so that sums are the same bits.</summary>
    internal DepthBlocks Depth { get; }

    /// <summary>Whether all threads take part.</summary>
    internal bool IsParallel { get; }

    /// <summary>Parts of the samples.</summary>
    internal int Parts { get; }

    /// <summary>Seeds of a step.</summary>
    internal int BlockSeeds { get; }

    /// <summary>Floats of the entries of a seed if nothing is zero: [depth block, part, entries].</summary>
    internal long ListLength => (long)SparseEntry.Floats * Inputs * Batch;

    /// <summary>Integers that say where the entries of samples begin: [depth block, part, samples + 1].</summary>
    internal long StartLength => (long)Depth.Count * Parts * (LargestPart + 1);

    internal int RowBlocks => (Rows + SparseKernelSet.Columns - 1) / SparseKernelSet.Columns;

    internal int PreparingTasks => BlockSeeds * Depth.Count * Parts;

    internal int TasksPerStep => PreparingTasks + (BlockSeeds * RowBlocks);

    internal int Steps => (Seeds + BlockSeeds - 1) / BlockSeeds;

    /// <summary>The first sample of a part; of one more than there are, one past the last.</summary>
    internal int StartOfPart(int part) => (int)((long)Batch * part / Parts);
}
