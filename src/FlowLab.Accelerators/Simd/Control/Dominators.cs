using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Immediate dominators, after Cooper, Harvey and Kennedy. The blocks are numbered in reverse post-order.</summary>
internal sealed class Dominators
{
    private readonly List<IRBlock> _blocks;
    private readonly int[] _immediate;
    private readonly int[] _first;
    private readonly int[] _end;

    internal Dominators(IRKernel kernel)
    {
        _blocks = kernel.Blocks;
        _immediate = Numbers.Filled(_blocks.Count, -1);
        _immediate[0] = 0;
        var changes = true;
        while (changes)
        {
            changes = false;
            for (var i = 1; i < _blocks.Count; i++)
                changes |= Update(_blocks[i]);
        }

        (_first, _end) = Enumerate(_immediate);
    }

    internal IRBlock? ImmediateOf(IRBlock block) => block.Id == 0 ? null : _blocks[_immediate[block.Id]];

    internal bool Dominates(IRBlock first, IRBlock second) =>
        _first[first.Id] <= _first[second.Id] && _first[second.Id] < _end[first.Id];

    /// <summary>Numbers the tree so that all that a block dominates is one range: from its own number to its end.</summary>
    private static (int[] First, int[] End) Enumerate(int[] immediate)
    {
        var (first, end, next) = (new int[immediate.Length], Numbers.Filled(immediate.Length, 1), new int[immediate.Length]);
        for (var i = immediate.Length - 1; i > 0; i--)
            end[immediate[i]] += end[i];
        next[0] = 1;
        for (var i = 1; i < immediate.Length; i++)
        {
            first[i] = next[immediate[i]];
            next[immediate[i]] += end[i];
            next[i] = first[i] + 1;
        }

        for (var i = 0; i < end.Length; i++)
            end[i] += first[i];
        return (first, end);
    }

    private bool Update(IRBlock block)
    {
        var next = -1;
        foreach (var predecessor in block.Predecessors)
        {
            if (_immediate[predecessor.Id] >= 0)
                next = next < 0 ? predecessor.Id : Common(next, predecessor.Id);
        }

        var changes = _immediate[block.Id] != next;
        _immediate[block.Id] = next;
        return changes;
    }

    private int Common(int first, int second)
    {
        while (first != second)
        {
            if (first > second)
                first = _immediate[first];
            else
                second = _immediate[second];
        }

        return first;
    }
}
