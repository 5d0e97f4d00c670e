using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>
/// Global common subexpressions: an operation on the same operands as one that dominates it is that one. Loads are left alone, because
/// stores in between may change what they read.
/// </summary>
internal sealed class ValueNumbering : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var known = new ValueTable(kernel.Renumber());
        var dominators = new IRDominators(kernel);
        var replacements = new IRReplacements();
        foreach (var block in kernel.Blocks)
        {
            foreach (var phi in block.Phis)
                Number(phi, known, dominators, replacements);
            foreach (var value in block.Instructions)
            {
                if (value.IsPure)
                    Number(value, known, dominators, replacements);
            }

            if (replacements.Count == 0)
                continue;
            block.Phis.RemoveAll(IRReplacements.Contains);
            block.Instructions.RemoveAll(IRReplacements.Contains);
        }

        kernel.ReplaceUses(replacements);
        return replacements.Count > 0;
    }

    private static void Number(IRValue value, ValueTable known, IRDominators dominators, IRReplacements replacements)
    {
        value.ReplaceOperands();
        var hash = HashOf(value);
        for (var other = known.First(hash); other is not null; other = known.Next(other))
        {
            if (!AreSame(other, value) || !dominators.Dominates(other.Block!, value.Block!))
                continue;
            replacements.Add(value, other);
            return;
        }

        known.Add(hash, value);
    }

    /// <summary>What makes two operations the same; phis only within one block.</summary>
    private static bool AreSame(IRValue left, IRValue right) => left.Opcode == right.Opcode && left.Type == right.Type
        && left.ElementSize == right.ElementSize && left.ByteOffset == right.ByteOffset && left.Method == right.Method
        && (left.Opcode != IROpcode.Phi || left.Block == right.Block)
        && (HaveSameOperands(left, right) || AreSwapped(left, right));

    private static bool HaveSameOperands(IRValue left, IRValue right)
    {
        var (one, other) = (left.Operands, right.Operands);
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
        {
            if (one[i] != other[i])
                return false;
        }

        return true;
    }

    private static bool AreSwapped(IRValue left, IRValue right) =>
        left.Opcode.IsCommutative && left.Operands[0] == right.Operands[1] && left.Operands[1] == right.Operands[0];

    /// <summary>The sum does not see the order of commutative operands.</summary>
    private static uint HashOf(IRValue value)
    {
        var hash = (((uint)value.Opcode * 31) + (uint)value.Type) * 31;
        hash = (hash + (uint)value.ElementSize) * 31;
        hash += (uint)value.ByteOffset;
        foreach (var operand in value.Operands)
            hash += Scramble(operand.IsConst ? (ulong)operand.Bits ^ ((ulong)operand.Type << 56) : (uint)operand.Id + 0x1_0000_0000UL);
        return hash;
    }

    private static uint Scramble(ulong bits) => (uint)((bits * 0x9E37_79B9_7F4A_7C15) >> 32);

    /// <summary>Values by their hash, those of one hash in a chain; numbered by their ids.</summary>
    private sealed class ValueTable
    {
        private readonly IRValue?[] _first;
        private readonly IRValue?[] _next;
        private readonly int _shift;

        internal ValueTable(int count)
        {
            var bits = 4;
            while (1 << bits < count)
                bits++;
            (_first, _next, _shift) = (new IRValue?[1 << bits], new IRValue?[count], 32 - bits);
        }

        internal IRValue? First(uint hash) => _first[PlaceOf(hash)];

        internal IRValue? Next(IRValue value) => _next[value.Id];

        internal void Add(uint hash, IRValue value)
        {
            ref var first = ref _first[PlaceOf(hash)];
            (_next[value.Id], first) = (first, value);
        }

        private uint PlaceOf(uint hash) => (hash * 0x9E37_79B9) >> _shift;
    }
}
