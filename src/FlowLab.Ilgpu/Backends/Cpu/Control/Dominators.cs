using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Immediate dominators, after Cooper, Harvey and Kennedy. The blocks are numbered in reverse post-order.</summary>
internal sealed class Dominators
{
    private readonly List<IRBlock> _blocks;
    private readonly int[] _immediate;

    internal Dominators(IRKernel kernel)
    {
        _blocks = kernel.Blocks;
        _immediate = new int[_blocks.Count];
        Array.Fill(_immediate, -1);
        _immediate[0] = 0;
        var changes = true;
        while (changes)
        {
            changes = false;
            foreach (var block in _blocks.Skip(1))
                changes |= Update(block);
        }
    }

    internal IRBlock? ImmediateOf(IRBlock block) => block.Id == 0 ? null : _blocks[_immediate[block.Id]];

    internal bool Dominates(IRBlock first, IRBlock second)
    {
        var id = second.Id;
        while (id > first.Id)
            id = _immediate[id];
        return id == first.Id;
    }

    private bool Update(IRBlock block)
    {
        var next = -1;
        foreach (var predecessor in block.Predecessors.Where(predecessor => _immediate[predecessor.Id] >= 0))
            next = next < 0 ? predecessor.Id : Common(next, predecessor.Id);
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
