using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Accelerators.Simd;

/// <summary>Shifts by an amount per lane, of which the low bits count.</summary>
internal static unsafe partial class VectorLanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Shl(Vector256<int> value, Vector256<int> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftLeftLogicalVariable(value, (amount & Vector256.Create(31)).AsUInt32())
            : Vector256.Create(VectorLanes128.Shl(value.GetLower(), amount.GetLower()), VectorLanes128.Shl(value.GetUpper(), amount.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> ShrS(Vector256<int> value, Vector256<int> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftRightArithmeticVariable(value, (amount & Vector256.Create(31)).AsUInt32())
            : Vector256.Create(VectorLanes128.ShrS(value.GetLower(), amount.GetLower()), VectorLanes128.ShrS(value.GetUpper(), amount.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> ShrU(Vector256<int> value, Vector256<int> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftRightLogicalVariable(value, (amount & Vector256.Create(31)).AsUInt32())
            : Vector256.Create(VectorLanes128.ShrU(value.GetLower(), amount.GetLower()), VectorLanes128.ShrU(value.GetUpper(), amount.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> Shl(Vector256<long> value, Vector256<long> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftLeftLogicalVariable(value, (amount & Vector256.Create(63L)).AsUInt64())
            : Vector256.Create(VectorLanes128.Shl(value.GetLower(), amount.GetLower()), VectorLanes128.Shl(value.GetUpper(), amount.GetUpper()));
    }

    /// <summary>Of a negative number the complement is shifted, which brings in zeros, and turned back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> ShrS(Vector256<long> value, Vector256<long> amount)
    {
        var sign = Vector256.ShiftRightArithmetic(value, 63);
        return ShrU(value ^ sign, amount) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> ShrU(Vector256<long> value, Vector256<long> amount)
    {
        return Avx2.IsSupported
            ? Avx2.ShiftRightLogicalVariable(value, (amount & Vector256.Create(63L)).AsUInt64())
            : Vector256.Create(VectorLanes128.ShrU(value.GetLower(), amount.GetLower()), VectorLanes128.ShrU(value.GetUpper(), amount.GetUpper()));
    }
}
