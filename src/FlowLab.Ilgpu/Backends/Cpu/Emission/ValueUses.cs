using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Who uses a value, and where: a phi at the end of the predecessor, a branch (no user) at the end of its block.</summary>
internal sealed class ValueUses
{
    private readonly Dictionary<IRValue, List<(IRValue? User, int Operand, IRBlock Block)>> _uses = [];

    internal ValueUses(IRKernel kernel)
    {
        foreach (var block in kernel.Blocks)
        {
            foreach (var value in block.Values)
            {
                for (var i = 0; i < value.Operands.Count; i++)
                    Add(value.Operands[i], value, i, value.Opcode == IROpcode.Phi ? block.Predecessors[i] : block);
            }

            if (block.Terminator is IRBranch branch)
                Add(branch.Condition, null, 0, block);
        }
    }

    internal IReadOnlyList<(IRValue? User, int Operand, IRBlock Block)> Of(IRValue value) =>
        _uses.TryGetValue(value, out var uses) ? uses : [];

    private void Add(IRValue value, IRValue? user, int operand, IRBlock block)
    {
        if (!_uses.TryGetValue(value, out var uses))
            _uses[value] = uses = [];
        uses.Add((user, operand, block));
    }
}
