using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Finds 64-bit values that differ between lanes but need no lanes of 64 bits: addresses that are one base and 32-bit indices, and halves of
/// products of 32-bit numbers. All their users must take them in this form, in the same loop, where the operands are what they were.
/// </summary>
internal sealed class VirtualValues
{
    private readonly Divergence _divergence;
    private readonly ControlFlow _flow;
    private readonly ValueUses _uses;
    private readonly sbyte[] _known;

    internal VirtualValues(ControlFlow flow, Divergence divergence, ValueUses uses)
    {
        (_flow, _divergence, _uses) = (flow, divergence, uses);
        _known = new sbyte[uses.Count];
    }

    internal bool IsVirtual(IRValue value)
    {
        if (_known[value.Id] == 0)
            _known[value.Id] = FindVirtual(value) ? (sbyte)1 : (sbyte)-1;
        return _known[value.Id] > 0;
    }

    /// <summary>An address of one base and an Int32 per lane.</summary>
    internal bool IsIndexed(IRValue address) => address.Opcode == IROpcode.Element && _divergence.ShapeAt(address.Operands[0], address.Block!).IsUniform
        && NarrowIndexOf(address) is not null;

    /// <summary>A field at a fixed distance from an address.</summary>
    internal static bool IsShifted(IRValue address) => address.Opcode == IROpcode.Element && address.Operands[1].IsConst;

    /// <summary>The Int32 that the index of an address is, or is extended from; null where it has 64 bits.</summary>
    internal IRValue? NarrowIndexOf(IRValue address)
    {
        var index = address.Operands[1];
        if (index.Type == IRType.Int32)
            return index;
        return index.Opcode == IROpcode.SExt && index.OperandType == IRType.Int32 && IsNear(index, address.Block!) ? index.Operands[0] : null;
    }

    /// <summary>A product of two numbers of 32 bits without sign.</summary>
    internal static bool IsProductOfHalves(IRValue value) => value.Opcode == IROpcode.Mul && IsHalf(value.Operands[0]) && IsHalf(value.Operands[1]);

    /// <summary>The upper half of such a product.</summary>
    internal static bool IsHighHalf(IRValue value) => value.Opcode is IROpcode.ShrU or IROpcode.ShrS && value.Operands[1].IsConstBits(32)
        && IsProductOfHalves(value.Operands[0]);

    private static bool IsHalf(IRValue value) => value.IsConst
        ? (ulong)value.Bits <= uint.MaxValue
        : value.Opcode == IROpcode.ZExt && value.OperandType == IRType.Int32;

    private bool FindVirtual(IRValue value)
    {
        if (!HasForm(value))
            return false;
        foreach (var use in _uses.Of(value))
        {
            if (use.User is null || !IsNear(value, use.Block) || !Takes(use.User, use.Operand, value))
                return false;
        }

        return true;
    }

    private bool HasForm(IRValue value) => value.Opcode switch
    {
        IROpcode.Element => IsIndexed(value) || (IsShifted(value) && IsNear(value.Operands[0], value.Block!)),
        IROpcode.SExt or IROpcode.ZExt => value.OperandType == IRType.Int32,
        IROpcode.Mul => IsProductOfHalves(value) && AreOperandsNear(value),
        _ => IsHighHalf(value) && AreOperandsNear(value) && AreOperandsNear(value.Operands[0]),
    };

    private bool AreOperandsNear(IRValue value) => value.Operands.All(operand => IsNear(operand, value.Block!));

    private bool Takes(IRValue user, int operand, IRValue value) => user.Opcode switch
    {
        IROpcode.Load or IROpcode.Store or IROpcode.Atomic => operand == 0 && value.Opcode == IROpcode.Element,
        IROpcode.Trunc => value.Opcode != IROpcode.Element,
        IROpcode.Element when operand == 0 => IsShifted(user) && IsVirtual(user),
        IROpcode.Element => value.Opcode == IROpcode.SExt && IsIndexed(user),
        IROpcode.Mul => value.Opcode == IROpcode.ZExt && IsProductOfHalves(user) && IsVirtual(user),
        IROpcode.ShrU or IROpcode.ShrS => operand == 0 && IsHighHalf(user) && IsVirtual(user),
        _ => false,
    };

    /// <summary>The use lies in the loop that the value is computed in: the operands of the value still are there what they were.</summary>
    private bool IsNear(IRValue value, IRBlock use) => value.Block is null || LoopNest.IsIn(use, _flow.Nest.InnermostOf(value.Block));
}
