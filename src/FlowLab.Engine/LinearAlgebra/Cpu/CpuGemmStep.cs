namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>One packed block: some seeds, some narrow panels, some depth blocks. The depth goes fastest, in its order.</summary>
internal readonly struct CpuGemmStep
{
    internal CpuGemmStep(in CpuGemmPlan plan, long step)
    {
        (long rest, long depthGroup) = Math.DivRem(step, plan.Depth.Groups);
        (long seedBlock, long narrowBlock) = Math.DivRem(rest, plan.NarrowBlocks);
        FirstSeed = (int)seedBlock * plan.BlockSeeds;
        Seeds = Math.Min(plan.BlockSeeds, plan.Seeds - FirstSeed);
        FirstPanel = (int)narrowBlock * plan.BlockPanels;
        Panels = Math.Min(plan.BlockPanels, plan.Narrow.Count - FirstPanel);
        FirstDepth = (int)depthGroup * plan.Depth.GroupSize;
        EndDepth = Math.Min(FirstDepth + plan.Depth.GroupSize, plan.Depth.Count);
    }

    internal int FirstSeed { get; }

    internal int Seeds { get; }

    /// <summary>The first narrow panel.</summary>
    internal int FirstPanel { get; }

    /// <summary>Narrow panels.</summary>
    internal int Panels { get; }

    /// <summary>The first depth block.</summary>
    internal int FirstDepth { get; }

    /// <summary>One past the last depth block.</summary>
    internal int EndDepth { get; }
}
