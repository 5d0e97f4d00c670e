using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>All loops of a kernel and the innermost one of each block.</summary>
internal sealed class LoopNest
{
    private readonly Dictionary<IRBlock, Loop> _innermost = [];

    internal LoopNest(IRKernel kernel, Dominators dominators)
    {
        Loops = [.. kernel.Blocks.Select(block => LoopAt(block, dominators)).OfType<Loop>()];
        foreach (var loop in Loops.OrderBy(loop => loop.Blocks.Count))
            loop.Parent = Loops.Where(other => other != loop && other.Blocks.Contains(loop.Header)).MinBy(other => other.Blocks.Count);
        foreach (var loop in Loops.OrderByDescending(loop => loop.Blocks.Count))
        {
            foreach (var block in loop.Blocks)
                _innermost[block] = loop;
        }
    }

    internal List<Loop> Loops { get; }

    internal Loop? InnermostOf(IRBlock block) => _innermost.GetValueOrDefault(block);

    /// <summary>The block lies in the loop, which may be null: the whole kernel.</summary>
    internal static bool IsIn(IRBlock block, Loop? loop) => loop is null || loop.Blocks.Contains(block);

    internal int DepthOf(IRBlock block) => InnermostOf(block)?.Depth ?? 0;

    private static Loop? LoopAt(IRBlock header, Dominators dominators)
    {
        Loop? loop = null;
        foreach (var latch in header.Predecessors.Where(predecessor => predecessor.Id >= header.Id))
        {
            if (!dominators.Dominates(header, latch))
                throw new InvalidOperationException("A loop has two entries.");
            loop ??= new(header);
            loop.Grow(latch);
        }

        return loop;
    }
}
