namespace FlowLab.Accelerators.IR;

/// <summary>
/// Which block every way from a block to the end runs through next: dominators of the reversed graph, with one more node behind all
/// returns. Blocks of loops without end have none.
/// </summary>
internal sealed class IRPostdominators
{
    private readonly List<IRBlock> _blocks;
    private readonly int[] _order;
    private readonly int[] _immediate;

    internal IRPostdominators(IRKernel kernel)
    {
        _blocks = kernel.Blocks;
        var end = _blocks.Count;
        (_order, _immediate) = (new int[end + 1], Numbers.Filled(end + 1, -1));
        _immediate[end] = end;
        var sequence = FromTheEnd(kernel);
        _order[end] = sequence.Count;
        for (var i = 0; i < sequence.Count; i++)
            _order[sequence[i].Id] = sequence.Count - 1 - i;
        var isChanging = true;
        while (isChanging)
        {
            isChanging = false;
            foreach (var block in sequence)
                isChanging |= Update(block, end);
        }
    }

    /// <summary>The closest block behind this one that every way runs through; null where that is the end itself.</summary>
    internal IRBlock? ImmediateOf(IRBlock block) =>
        _immediate[block.Id] is >= 0 and var id && id < _blocks.Count ? _blocks[id] : null;

    /// <summary>Reverse post-order of the reversed graph: every block after those that it leads to, but for back edges.</summary>
    private static List<IRBlock> FromTheEnd(IRKernel kernel)
    {
        var order = new List<IRBlock>();
        var seen = new HashSet<IRBlock>();
        var stack = new Stack<(IRBlock Block, bool IsDone)>(
            kernel.Blocks.Where(block => block.Successors.Length == 0).Select(block => (block, false)));
        while (stack.TryPop(out var top))
        {
            if (top.IsDone)
                order.Add(top.Block);
            else if (seen.Add(top.Block))
            {
                stack.Push((top.Block, true));
                foreach (var predecessor in top.Block.Predecessors)
                    stack.Push((predecessor, false));
            }
        }

        order.Reverse();
        return order;
    }

    private bool Update(IRBlock block, int end)
    {
        var common = block.Successors.Length == 0 ? end : -1;
        foreach (var successor in block.Successors)
        {
            if (_immediate[successor.Id] >= 0)
                common = common < 0 ? successor.Id : Intersect(successor.Id, common);
        }

        if (_immediate[block.Id] == common)
            return false;
        _immediate[block.Id] = common;
        return true;
    }

    private int Intersect(int left, int right)
    {
        while (left != right)
        {
            if (_order[left] < _order[right])
                left = _immediate[left];
            else
                right = _immediate[right];
        }

        return left;
    }
}
