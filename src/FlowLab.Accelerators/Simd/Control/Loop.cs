using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>A natural loop: one entry, its header; one back edge, from its latch.</summary>
internal sealed class Loop(IRBlock header)
{
    private List<IRBlock>? _exits;

    internal IRBlock Header { get; } = header;

    internal HashSet<IRBlock> Blocks { get; } = [header];

    /// <summary>The next larger loop around this one.</summary>
    internal Loop? Parent { get; set; }

    internal int Depth => Parent is null ? 1 : Parent.Depth + 1;

    /// <summary>Blocks outside that instances go on to.</summary>
    internal IReadOnlyList<IRBlock> Exits => _exits ??= FindExits();

    /// <summary>Takes in everything that reaches the source of a back edge without passing the header.</summary>
    internal void Grow(IRBlock latch)
    {
        _exits = null;
        var work = new Stack<IRBlock>([latch]);
        while (work.TryPop(out var block))
        {
            if (!Blocks.Add(block))
                continue;
            foreach (var predecessor in block.Predecessors)
                work.Push(predecessor);
        }
    }

    private List<IRBlock> FindExits()
    {
        var exits = new List<IRBlock>();
        foreach (var block in Blocks)
        {
            foreach (var successor in block.Successors)
            {
                if (!Blocks.Contains(successor) && !exits.Contains(successor))
                    exits.Add(successor);
            }
        }

        return exits;
    }
}
