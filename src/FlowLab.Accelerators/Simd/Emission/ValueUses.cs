using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Where a value is used: a phi's operand at the end of the predecessor, a condition (no user) at the end of its block.</summary>
internal readonly record struct ValueUse(IRValue? User, int Operand, IRBlock Block);

/// <summary>Who uses a value of a kernel that is numbered.</summary>
internal sealed class ValueUses
{
    private readonly int[] _ends;
    private readonly ValueUse[] _uses;

    internal ValueUses(IRKernel kernel)
    {
        Count = kernel.Parameters.Count + kernel.Allocations.Count + kernel.Blocks.Sum(block => block.Phis.Count + block.Instructions.Count);
        _ends = new int[Count + 1];
        Visit(kernel, (value, _) => _ends[value.Id + 1]++);
        for (var i = 0; i < Count; i++)
            _ends[i + 1] += _ends[i];
        _uses = new ValueUse[_ends[Count]];
        var next = (int[])_ends.Clone();
        Visit(kernel, (value, use) => _uses[next[value.Id]++] = use);
    }

    /// <summary>Parameters, allocations and values in blocks: one more than the largest number.</summary>
    internal int Count { get; }

    internal ReadOnlySpan<ValueUse> Of(IRValue value) =>
        value.Id < 0 ? [] : new(_uses, _ends[value.Id], _ends[value.Id + 1] - _ends[value.Id]);

    private static void Visit(IRKernel kernel, Action<IRValue, ValueUse> visit)
    {
        foreach (var block in kernel.Blocks)
        {
            foreach (var phi in block.Phis)
                VisitOperands(phi, block, visit);
            foreach (var value in block.Instructions)
                VisitOperands(value, block, visit);
            if (block.Terminator is IRBranch { Condition.Id: >= 0 } branch)
                visit(branch.Condition, new(null, 0, block));
        }
    }

    private static void VisitOperands(IRValue user, IRBlock block, Action<IRValue, ValueUse> visit)
    {
        for (var i = 0; i < user.Operands.Count; i++)
        {
            if (user.Operands[i].Id >= 0)
                visit(user.Operands[i], new(user, i, user.Opcode == IROpcode.Phi ? block.Predecessors[i] : block));
        }
    }
}
