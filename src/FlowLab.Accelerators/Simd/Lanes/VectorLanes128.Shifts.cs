using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Accelerators.Simd;

/// <summary>Shifts by an amount per lane, of which the low bits count.</summary>
internal static unsafe partial class VectorLanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> Shl(Vector128<int> value, Vector128<int> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftLeftLogicalVariable(value, (amount & Vector128.Create(31)).AsUInt32())
            : Vector128.Create(value[0] << amount[0], value[1] << amount[1], value[2] << amount[2], value[3] << amount[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> ShrS(Vector128<int> value, Vector128<int> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftRightArithmeticVariable(value, (amount & Vector128.Create(31)).AsUInt32())
            : Vector128.Create(value[0] >> amount[0], value[1] >> amount[1], value[2] >> amount[2], value[3] >> amount[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> ShrU(Vector128<int> value, Vector128<int> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftRightLogicalVariable(value, (amount & Vector128.Create(31)).AsUInt32())
            : Vector128.Create(value[0] >>> amount[0], value[1] >>> amount[1], value[2] >>> amount[2], value[3] >>> amount[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> Shl(Vector128<long> value, Vector128<long> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftLeftLogicalVariable(value, (amount & Vector128.Create(63L)).AsUInt64())
            : Vector128.Create(value[0] << (int)amount[0], value[1] << (int)amount[1]);
    }

    /// <summary>Of a negative number the complement is shifted, which brings in zeros, and turned back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> ShrS(Vector128<long> value, Vector128<long> amount)
    {
        var sign = Vector128.ShiftRightArithmetic(value, 63);
        return ShrU(value ^ sign, amount) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> ShrU(Vector128<long> value, Vector128<long> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftRightLogicalVariable(value, (amount & Vector128.Create(63L)).AsUInt64())
            : Vector128.Create(value[0] >>> (int)amount[0], value[1] >>> (int)amount[1]);
    }
}
