using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// What vectors have no portable method for. The classes of all widths have the same methods; a mask has all bits of a lane, or none.
/// </summary>
internal static unsafe partial class VectorLanes256
{
    /// <summary>Both halves of 16 bits are exact, and so is the scaled high one: the sum is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> UToF(Vector256<int> value)
    {
        var high = Vector256.ConvertToSingle(Vector256.ShiftRightLogical(value, 16));
        var low = Vector256.ConvertToSingle(value & Vector256.Create(0xFFFF));
        return (high * 65536f) + low;
    }

    /// <summary>To an Int32, saturating, from half of the lanes; the result is still as wide as the operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> FToS32(Vector256<double> value) =>
        Vector256.Min(Vector256.Create((long)int.MaxValue), Vector256.Max(Vector256.Create((long)int.MinValue), Vector256.ConvertToInt64(value)));

    /// <inheritdoc cref="FToS32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> FToU32(Vector256<double> value) =>
        Vector256.Min(Vector256.Create((long)uint.MaxValue), Vector256.Max(Vector256<long>.Zero, Vector256.ConvertToInt64(value)));
}
