namespace FlowLab.Accelerators.IR;

/// <summary>A straight line of values that is entered at its start and left at its end.</summary>
internal sealed class IRBlock
{
    private readonly List<IRBlock> _predecessors = [];
    private IRTerminator? _terminator;

    internal int Id { get; set; } = -1;

    internal List<IRValue> Phis { get; } = [];

    /// <summary>Everything but phis, in the order of execution.</summary>
    internal List<IRValue> Instructions { get; } = [];

    /// <summary>Each predecessor once; the order is that of the operands of phis.</summary>
    internal IReadOnlyList<IRBlock> Predecessors => _predecessors;

    /// <summary>Setting it keeps the predecessors of the old and new successors, and their phis' operands of edges that went away.</summary>
    internal IRTerminator Terminator
    {
        get => _terminator ?? throw new InvalidOperationException($"Block b{Id} has no terminator yet.");
        set
        {
            var old = _terminator?.Successors ?? [];
            foreach (var block in old)
            {
                if (Array.IndexOf(value.Successors, block) < 0)
                    block.RemovePredecessor(this);
            }

            _terminator = value;
            foreach (var block in value.Successors)
            {
                if (Array.IndexOf(old, block) < 0)
                    block._predecessors.Add(this);
            }
        }
    }

    internal bool HasTerminator => _terminator is not null;

    internal IRBlock[] Successors => _terminator?.Successors ?? [];

    internal IEnumerable<IRValue> Values => Phis.Concat(Instructions);

    internal int IndexOf(IRBlock predecessor) => _predecessors.IndexOf(predecessor);

    /// <summary>The edge from one predecessor comes from another block now; phis keep their operands.</summary>
    internal void ReplacePredecessor(IRBlock predecessor, IRBlock other) => _predecessors[IndexOf(predecessor)] = other;

    internal IRValue Append(IRValue value)
    {
        value.Block = this;
        (value.Opcode == IROpcode.Phi ? Phis : Instructions).Add(value);
        return value;
    }

    internal void Insert(int index, IRValue value)
    {
        value.Block = this;
        Instructions.Insert(index, value);
    }

    /// <summary>Takes over the terminator of a block that this one jumps to and swallows.</summary>
    internal void TakeTerminatorOf(IRBlock swallowed)
    {
        foreach (var successor in swallowed.Successors)
            successor.ReplacePredecessor(swallowed, this);
        _terminator = swallowed._terminator;
        swallowed._terminator = null;
    }

    public override string ToString() => $"b{Id}";

    private void RemovePredecessor(IRBlock predecessor)
    {
        var index = IndexOf(predecessor);
        _predecessors.RemoveAt(index);
        foreach (var phi in Phis)
        {
            if (phi.Operands.Count > index)
                phi.RemoveOperandAt(index);
        }
    }
}
