namespace FlowLab.Accelerators.IR;

/// <summary>A natural loop: a header that dominates the sources of the edges back to it, and all blocks on paths in between.</summary>
internal sealed class IRLoop
{
    private IRLoop(IRBlock header) => Header = header;

    internal IRBlock Header { get; }

    internal HashSet<IRBlock> Blocks { get; } = [];

    /// <summary>The loops of a kernel in reverse post-order, inner ones before those around them.</summary>
    internal static List<IRLoop> Find(IRKernel kernel, IRDominators dominators)
    {
        var loops = new List<IRLoop>();
        foreach (var header in kernel.Blocks)
        {
            var latches = header.Predecessors.Where(predecessor => dominators.Dominates(header, predecessor)).ToList();
            if (latches.Count > 0)
                Insert(loops, Of(header, latches));
        }

        return loops;
    }

    /// <summary>Behind all loops that are not larger.</summary>
    private static void Insert(List<IRLoop> loops, IRLoop loop)
    {
        var at = loops.Count;
        while (at > 0 && loops[at - 1].Blocks.Count > loop.Blocks.Count)
            at--;
        loops.Insert(at, loop);
    }

    private static IRLoop Of(IRBlock header, List<IRBlock> latches)
    {
        var loop = new IRLoop(header) { Blocks = { header } };
        var work = new Stack<IRBlock>(latches);
        while (work.TryPop(out var block))
        {
            if (!loop.Blocks.Add(block))
                continue;
            foreach (var predecessor in block.Predecessors)
                work.Push(predecessor);
        }

        return loop;
    }
}
