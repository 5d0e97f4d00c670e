using ILGPU.Frontend;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Atomic operations.</summary>
internal sealed partial class PtxEmitter
{
    private void EmitAtomic(IRValue value)
    {
        if (_spaces.MayBeLocal(value.Operands[0]))
            throw new KernelRefusedException(PtxRefusals.MixedAtomics, "", value.Location);
        if (_spaces.Of(value.Operands[0]) == StateSpace.Local)
            EmitLocalAtomic(value);
        else if (value.Type.IsFloat && value.Atomic is AtomicOperation.Min or AtomicOperation.Max)
            EmitAtomicLoop(value);
        else
            EmitAtomicInstruction(value);
    }

    /// <summary>The operand and what it replaces are bits where the operation is exchange; without a use, nothing comes back.</summary>
    private void EmitAtomicInstruction(IRValue value)
    {
        var isExchange = value.Atomic is AtomicOperation.Exchange or AtomicOperation.CompareExchange;
        var type = isExchange ? value.Type.AsBits : value.Type;
        string[] operands = [.. value.Operands.Skip(1).Select(operand => isExchange ? BitsOf(value.Type, Register(operand)) : Register(operand))];
        var suffix = $"{_spaces.SuffixOf(value.Operands[0])}.{PtxInstructions.OfAtomic(value.Atomic, type)}";
        if (!isExchange && !_used.Contains(value))
            _body.Add($"red{suffix}", [Address(value.Operands[0]), .. operands]);
        else
            _values[value] = Returned(value, Compute(type, $"atom{suffix}", [Address(value.Operands[0]), .. operands]), isExchange);
    }

    private string Returned(IRValue value, string register, bool isBits) => isBits ? FromBits(value.Type, register) : register;

    /// <summary>There is no minimum of floats in memory: computed aside, it takes the place of what it was computed from, until that holds.</summary>
    private void EmitAtomicLoop(IRValue value)
    {
        var (bits, type) = (value.Type.AsBits, value.Type);
        var operand = Register(value.Operands[1]);
        var suffix = _spaces.SuffixOf(value.Operands[0]);
        var old = Compute(bits, $"ld{suffix}.{bits.Unsigned}", Address(value.Operands[0]));
        var again = NewLabel();
        _body.Label(again);
        var result = BitsOf(type, EmitMinMax(value.Atomic == AtomicOperation.Min ? "min" : "max", type, FromBits(type, old), operand));
        var expected = Moved(bits, old);
        _body.Add($"atom{suffix}.cas.{bits.Bits}", old, Address(value.Operands[0]), expected, result);
        _body.AddGuarded($"@{Compute(IRType.Bool, $"setp.ne.{bits.Signed}", old, expected)}", "bra", again);
        _values[value] = FromBits(type, old);
    }

    /// <summary>Nobody else sees local memory, and atomic instructions do not work there.</summary>
    private void EmitLocalAtomic(IRValue value)
    {
        var type = value.Type;
        var old = Compute(type, $"ld.local.{type.Unsigned}", Address(value.Operands[0]));
        string[] operands = [.. value.Operands.Skip(1).Select(Register)];
        _body.Add($"st.local.{type.Unsigned}", Address(value.Operands[0]), EmitCombination(value, old, operands));
        _values[value] = old;
    }

    private string EmitCombination(IRValue value, string old, string[] operands)
    {
        var type = value.Type;
        switch (value.Atomic)
        {
            case AtomicOperation.Exchange:
                return operands[0];
            case AtomicOperation.CompareExchange:
                var (bits, same) = (type.AsBits, $"setp.eq.{type.Bits}");
                var isSame = Compute(IRType.Bool, same, BitsOf(type, old), BitsOf(type, operands[0]));
                return FromBits(type, Compute(bits, $"selp.{bits.Bits}", BitsOf(type, operands[1]), BitsOf(type, old), isSame));
            case AtomicOperation.Min or AtomicOperation.Max when type.IsFloat:
                return EmitMinMax(value.Atomic == AtomicOperation.Min ? "min" : "max", type, old, operands[0]);
            case AtomicOperation.Add when type.IsFloat:
                return Compute(type, $"add.rn.{type.Signed}", old, operands[0]);
            default:
                return Compute(type, PtxInstructions.OfAtomic(value.Atomic, type), old, operands[0]);
        }
    }
}
