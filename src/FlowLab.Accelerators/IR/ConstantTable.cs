namespace FlowLab.Accelerators.IR;

/// <summary>The constants of a kernel by their type and bits, hashed with open addressing.</summary>
internal sealed class ConstantTable
{
    private IRValue?[] _values = new IRValue?[64];
    private int _count;

    /// <summary>The one constant of these bits.</summary>
    internal IRValue Of(IRType type, long bits)
    {
        ref var place = ref Find(_values, type, bits);
        if (place is not null)
            return place;
        var value = place = new(IROpcode.Const, type) { Bits = bits };
        if (2 * ++_count > _values.Length)
            Grow();
        return value;
    }

    private static ref IRValue? Find(IRValue?[] values, IRType type, long bits)
    {
        var mask = values.Length - 1;
        var at = (int)(((ulong)(bits + (long)type) * 0x9E37_79B9_7F4A_7C15) >> 40) & mask;
        while (values[at] is { } value && (value.Bits != bits || value.Type != type))
            at = (at + 1) & mask;
        return ref values[at];
    }

    private void Grow()
    {
        var larger = new IRValue?[2 * _values.Length];
        foreach (var value in _values)
        {
            if (value is not null)
                Find(larger, value.Type, value.Bits) = value;
        }

        _values = larger;
    }
}
