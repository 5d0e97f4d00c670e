using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// What vectors have no portable method for. The classes of all widths have the same methods; a mask has all bits of a lane, or none.
/// </summary>
internal static unsafe partial class VectorLanes128
{
    /// <summary>Both halves of 16 bits are exact, and so is the scaled high one: the sum is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> UToF(Vector128<int> value)
    {
        var high = Vector128.ConvertToSingle(Vector128.ShiftRightLogical(value, 16));
        var low = Vector128.ConvertToSingle(value & Vector128.Create(0xFFFF));
        return (high * 65536f) + low;
    }

    /// <summary>To an Int32, saturating, from half of the lanes; the result is still as wide as the operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> FToS32(Vector128<double> value) =>
        Vector128.Min(Vector128.Create((long)int.MaxValue), Vector128.Max(Vector128.Create((long)int.MinValue), Vector128.ConvertToInt64(value)));

    /// <inheritdoc cref="FToS32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> FToU32(Vector128<double> value) =>
        Vector128.Min(Vector128.Create((long)uint.MaxValue), Vector128.Max(Vector128<long>.Zero, Vector128.ConvertToInt64(value)));
}
