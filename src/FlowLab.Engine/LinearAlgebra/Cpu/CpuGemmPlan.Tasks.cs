namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal readonly partial struct CpuGemmPlan
{
    /// <summary>Packing tasks of one wide factor.</summary>
    internal int WideRuns => (Wide.Count + WideRun - 1) / WideRun;

    internal int PackingTasks => (NarrowCopies * NarrowRuns) + (PacksWide ? WideCopies * WideRuns : 0);

    internal int ProductTasks => WideCopies * Wide.Count * Parts;

    internal int TasksPerStep => PackingTasks + ProductTasks;

    internal long Tasks => (long)SeedBlocks * NarrowBlocks * Depth.Groups * TasksPerStep;

    internal int NarrowBlocks => (Narrow.Count + BlockPanels - 1) / BlockPanels;

    private int SeedBlocks => (Seeds + BlockSeeds - 1) / BlockSeeds;

    /// <summary>
    /// The wide factor, the part of its narrow panels, and the wide panel of a product task. Neighbouring tasks share a part, which then is
    /// in the cache already.
    /// </summary>
    internal (int Copy, int Part, int WidePanel) ProductOf(int task)
    {
        (int rest, int panel) = Math.DivRem(task, Wide.Count);
        (int copy, int part) = Math.DivRem(rest, Parts);
        return (copy, part, panel);
    }
}
