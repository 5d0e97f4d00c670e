using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// What vectors have no portable method for. The classes of all widths have the same methods; a mask has all bits of a lane, or none.
/// </summary>
internal static unsafe partial class VectorLanes512
{
    /// <summary>Both halves of 16 bits are exact, and so is the scaled high one: the sum is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> UToF(Vector512<int> value)
    {
        var high = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(value, 16));
        var low = Vector512.ConvertToSingle(value & Vector512.Create(0xFFFF));
        return (high * 65536f) + low;
    }

    /// <summary>To an Int32, saturating, from half of the lanes; the result is still as wide as the operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> FToS32(Vector512<double> value) =>
        Vector512.Min(Vector512.Create((long)int.MaxValue), Vector512.Max(Vector512.Create((long)int.MinValue), Vector512.ConvertToInt64(value)));

    /// <inheritdoc cref="FToS32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> FToU32(Vector512<double> value) =>
        Vector512.Min(Vector512.Create((long)uint.MaxValue), Vector512.Max(Vector512<long>.Zero, Vector512.ConvertToInt64(value)));
}
