using ILGPU.IR;

namespace ILGPU.Passes;

/// <summary>
/// Global common subexpressions: an operation on the same operands as one that dominates it is that one. Loads are left alone, because
/// stores in between may change what they read.
/// </summary>
internal sealed class ValueNumbering : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        kernel.Renumber();
        var dominators = new IRDominators(kernel);
        var known = new Dictionary<Key, List<IRValue>>();
        var replacements = new Dictionary<IRValue, IRValue>();
        foreach (var block in kernel.Blocks)
        {
            foreach (var value in block.Values.Where(value => value.IsPure || value.Opcode == IROpcode.Phi))
                Number(value, known, dominators, replacements);
            block.Phis.RemoveAll(replacements.ContainsKey);
            block.Instructions.RemoveAll(replacements.ContainsKey);
        }

        kernel.ReplaceUses(replacements);
        return replacements.Count > 0;
    }

    private static void Number(
        IRValue value, Dictionary<Key, List<IRValue>> known, IRDominators dominators, Dictionary<IRValue, IRValue> replacements)
    {
        for (var i = 0; i < value.Operands.Count; i++)
            value.SetOperand(i, replacements.GetValueOrDefault(value.Operands[i], value.Operands[i]));
        var key = new Key(value);
        if (!known.TryGetValue(key, out var candidates))
            known[key] = candidates = [];
        var same = candidates.Find(candidate => dominators.Dominates(candidate.Block!, value.Block!));
        if (same is null)
            candidates.Add(value);
        else
            replacements[value] = same;
    }

    /// <summary>What makes two operations the same; phis only within one block.</summary>
    private readonly struct Key(IRValue value) : IEquatable<Key>
    {
        private readonly IRValue _value = value;

        public bool Equals(Key other)
        {
            var (left, right) = (_value, other._value);
            return left.Opcode == right.Opcode && left.Type == right.Type && left.ElementSize == right.ElementSize
                && left.ByteOffset == right.ByteOffset && left.Method == right.Method
                && (left.Opcode != IROpcode.Phi || left.Block == right.Block)
                && (left.Operands.SequenceEqual(right.Operands) || IsSwapped(left, right));
        }

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            // The sum does not see the order of commutative operands.
            var operands = _value.Operands.Sum(operand => (long)operand.GetHashCode());
            return HashCode.Combine(_value.Opcode, _value.Type, _value.ElementSize, _value.ByteOffset, operands);
        }

        private static bool IsSwapped(IRValue left, IRValue right) =>
            left.Opcode.IsCommutative && left.Operands[0] == right.Operands[1] && left.Operands[1] == right.Operands[0];
    }
}
