using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>All loops of a kernel and the innermost one of each block.</summary>
internal sealed class LoopNest
{
    private readonly Dictionary<IRBlock, Loop> _innermost = [];

    internal LoopNest(IRKernel kernel, Dominators dominators)
    {
        foreach (var block in kernel.Blocks)
        {
            if (LoopAt(block, dominators) is { } loop)
                Loops.Add(loop);
        }

        // From the largest to the smallest, so that the last one to claim a block is the innermost.
        List<Loop> outerFirst = [.. Loops];
        outerFirst.Sort(static (first, second) => second.Blocks.Count - first.Blocks.Count);
        foreach (var loop in outerFirst)
        {
            loop.Parent = InnermostOf(loop.Header);
            foreach (var block in loop.Blocks)
                _innermost[block] = loop;
        }
    }

    internal List<Loop> Loops { get; } = [];

    internal Loop? InnermostOf(IRBlock block) => _innermost.GetValueOrDefault(block);

    /// <summary>The block lies in the loop, which may be null: the whole kernel.</summary>
    internal static bool IsIn(IRBlock block, Loop? loop) => loop is null || loop.Blocks.Contains(block);

    internal int DepthOf(IRBlock block) => InnermostOf(block)?.Depth ?? 0;

    private static Loop? LoopAt(IRBlock header, Dominators dominators)
    {
        Loop? loop = null;
        foreach (var latch in header.Predecessors)
        {
            if (latch.Id < header.Id)
                continue;
            if (!dominators.Dominates(header, latch))
                throw new InvalidOperationException("A loop has two entries.");
            loop ??= new(header);
            loop.Grow(latch);
        }

        return loop;
    }
}
