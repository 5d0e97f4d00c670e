using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Which Int64 values serve as indices of addresses only. An Int32 that such a value is extended from may be taken to grow from lane to lane
/// without wrapping around: lanes on both sides of the end of its range would be indices on both sides of every view.
/// </summary>
internal sealed class AddressUses(ValueUses uses)
{
    private readonly sbyte[] _known = new sbyte[uses.Count];

    internal bool IsIndexOnly(IRValue value)
    {
        if (_known[value.Id] == 0)
            _known[value.Id] = AreAll(value) ? (sbyte)1 : (sbyte)-1;
        return _known[value.Id] > 0;
    }

    private bool AreAll(IRValue value)
    {
        foreach (var use in uses.Of(value))
        {
            if (!IsIndex(use))
                return false;
        }

        return true;
    }

    private bool IsIndex(ValueUse use) => use.User?.Opcode switch
    {
        IROpcode.Element => use.Operand == 1,
        IROpcode.Add or IROpcode.Sub or IROpcode.Mul or IROpcode.Shl or IROpcode.Neg => IsIndexOnly(use.User),
        _ => false,
    };
}
