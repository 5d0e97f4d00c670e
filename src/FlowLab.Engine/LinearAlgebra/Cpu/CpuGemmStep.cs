namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>One packed block: some seeds, some narrow panels, one depth block. The depth goes fastest, in its order.</summary>
internal readonly struct CpuGemmStep
{
    internal CpuGemmStep(in CpuGemmPlan plan, long step)
    {
        (long rest, long depthBlock) = Math.DivRem(step, plan.Depth.Count);
        (long seedBlock, long narrowBlock) = Math.DivRem(rest, plan.NarrowBlocks);
        FirstSeed = (int)seedBlock * plan.BlockSeeds;
        Seeds = Math.Min(plan.BlockSeeds, plan.Seeds - FirstSeed);
        FirstPanel = (int)narrowBlock * plan.BlockPanels;
        Panels = Math.Min(plan.BlockPanels, plan.Narrow.Count - FirstPanel);
        DepthBlock = (int)depthBlock;
        DepthStart = plan.Depth.StartOf(DepthBlock);
        Depth = plan.Depth.LengthOf(DepthBlock);
    }

    internal int FirstSeed { get; }

    internal int Seeds { get; }

    /// <summary>The first narrow panel.</summary>
    internal int FirstPanel { get; }

    internal int Panels { get; }

    internal int DepthBlock { get; }

    internal int DepthStart { get; }

    internal int Depth { get; }
}
