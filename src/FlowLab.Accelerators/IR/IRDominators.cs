namespace FlowLab.Accelerators.IR;

/// <summary>
/// Which block every path from the entry to a block runs through, after Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm",
/// 2001. The kernel's blocks must be in reverse post-order and numbered.
/// </summary>
internal sealed class IRDominators
{
    private readonly int[] _immediate;

    internal IRDominators(IRKernel kernel)
    {
        _immediate = Numbers.Filled(kernel.Blocks.Count, -1);
        _immediate[0] = 0;
        var isChanging = true;
        while (isChanging)
        {
            isChanging = false;
            foreach (var block in kernel.Blocks.Skip(1))
                isChanging |= Update(block);
        }
    }

    /// <summary>The closest other block that dominates a block; of the entry itself.</summary>
    internal int ImmediateOf(int block) => _immediate[block];

    internal bool Dominates(IRBlock dominator, IRBlock block)
    {
        var at = block.Id;
        while (at > dominator.Id)
            at = _immediate[at];
        return at == dominator.Id;
    }

    private bool Update(IRBlock block)
    {
        var common = -1;
        foreach (var predecessor in block.Predecessors)
        {
            if (_immediate[predecessor.Id] >= 0)
                common = common < 0 ? predecessor.Id : Intersect(predecessor.Id, common);
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
            if (left > right)
                left = _immediate[left];
            else
                right = _immediate[right];
        }

        return left;
    }
}
