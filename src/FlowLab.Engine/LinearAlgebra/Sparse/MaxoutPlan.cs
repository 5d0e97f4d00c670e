namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// How a backward pass is cut. In a step, a block of seeds, all threads together bring the inputs into blocks of <see cref="SparseKernelSet.Columns"/> inputs of all samples and list
/// the winners by sample and by linear unit. Then every product task takes some linear units, or some inputs, through all of their entries.
/// </summary>
internal readonly struct MaxoutPlan
{
    /// <summary>Samples of a chunk at most: a block of their inputs lies in a first-level cache.</summary>
    internal const int LargestChunk = 112;

    /// <summary>Hidden units that one task lists.</summary>
    internal const int ListRun = 16;

    /// <summary>Rows of weights that are taken through all samples together: a block of them lies in a first-level cache.</summary>
    private const int RowLimit = 96;

    /// <summary>Floats that the lists and inputs of a block of seeds may take.</summary>
    private const long StepLimit = 1 << 22;

    private const int LargestRun = 64;
    private const int SmallestRun = 8;
    private const int SmallestPart = 32;
    private const int TasksPerThread = 4;

    /// <summary>Multiply-adds below which waking another thread costs more than it brings.</summary>
    private const long SmallestShared = 1 << 17;

    internal MaxoutPlan(in MaxoutGradient call, int threads)
    {
        (Seeds, Window, Units, Inputs, Batch) = (call.Seeds, call.Window, call.Units.Rows, call.Inputs, call.Batch);
        IsPulling = call.InputGradient is not null;
        IsParallel = threads > 1 && call.Seeds * call.Terms >= SmallestShared;
        Chunks = Math.Max(1, Parts(Batch, LargestChunk));
        BlockSeeds = (int)Math.Clamp(StepLimit / Math.Max(1, InputLength + ListLength + WinnerLength + StartLength), 1, Math.Max(1, Seeds));
        int wanted = IsParallel ? Parts(TasksPerThread * threads, BlockSeeds) : 1;
        UnitRun = Math.Clamp(Parts(Units, wanted), SmallestRun, LargestRun);
        int partsForThreads = IsParallel ? Parts(2 * threads, BlockSeeds * ColumnBlocks) : 1;
        SampleParts = !IsPulling ? 0 : Math.Max(Math.Min(partsForThreads, Parts(Batch, SmallestPart)), Chunks);
    }

    internal int Seeds { get; }

    internal int Window { get; }

    internal int Units { get; }

    internal int Inputs { get; }

    internal int Batch { get; }

    /// <summary>Whether input gradients are wanted.</summary>
    internal bool IsPulling { get; }

    /// <summary>Whether all threads take part.</summary>
    internal bool IsParallel { get; }

    /// <summary>Chunks of samples, whose sums of weight gradients are added up.</summary>
    internal int Chunks { get; }

    /// <summary>Seeds of a step.</summary>
    internal int BlockSeeds { get; }

    /// <summary>Hidden units of a task for weight gradients.</summary>
    internal int UnitRun { get; }

    /// <summary>Tasks for input gradients of one block of inputs; 0 if none are wanted.</summary>
    internal int SampleParts { get; }

    internal int ColumnBlocks => Parts(Inputs, SparseKernelSet.Columns);

    /// <summary>Hidden units whose weights are taken through all samples together.</summary>
    internal int PullUnits => Math.Max(1, RowLimit / Window);

    /// <summary>Floats of the inputs of a seed: blocks of [B, <see cref="SparseKernelSet.Columns"/>].</summary>
    internal long InputLength => (long)ColumnBlocks * Batch * SparseKernelSet.Columns;

    /// <summary>Floats of the entries of a seed by linear unit: [chunk, unit, samples of the chunk], in the order of linear units.</summary>
    internal long ListLength => (long)SparseEntry.Floats * Units * Batch;

    /// <summary>Floats of the entries of a seed by sample, [B, U]; there are none without input gradients.</summary>
    internal long WinnerLength => IsPulling ? ListLength : 0;

    /// <summary>Integers that say where the entries of linear units begin: [chunk, unit, window + 1].</summary>
    internal long StartLength => (long)Chunks * Units * (Window + 1);

    internal int ListTasks => Parts(Units, ListRun);

    internal int PreparingTasks => BlockSeeds * (ListTasks + ColumnBlocks);

    internal int PullTasks => BlockSeeds * ColumnBlocks * SampleParts;

    internal int WeightTasks => BlockSeeds * Parts(Units, UnitRun);

    internal int TasksPerStep => PreparingTasks + PullTasks + WeightTasks;

    internal int Steps => Parts(Seeds, BlockSeeds);

    /// <summary>The first sample of a chunk; of one more than there are, one past the last.</summary>
    internal int StartOfChunk(int chunk) => (int)((long)Batch * chunk / Chunks);

    /// <summary>As many parts as it takes so that none is longer than the limit.</summary>
    internal static int Parts(int length, int limit) => (length + limit - 1) / limit;
}
