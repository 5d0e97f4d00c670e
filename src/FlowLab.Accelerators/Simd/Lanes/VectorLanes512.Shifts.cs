using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Accelerators.Simd;

/// <summary>Shifts by an amount per lane, of which the low bits count.</summary>
internal static unsafe partial class VectorLanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> Shl(Vector512<int> value, Vector512<int> amount)
    {
        return Avx512F.IsSupported
            ? Avx512F.ShiftLeftLogicalVariable(value, (amount & Vector512.Create(31)).AsUInt32())
            : Vector512.Create(VectorLanes256.Shl(value.GetLower(), amount.GetLower()), VectorLanes256.Shl(value.GetUpper(), amount.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> ShrS(Vector512<int> value, Vector512<int> amount)
    {
        return Avx512F.IsSupported
            ? Avx512F.ShiftRightArithmeticVariable(value, (amount & Vector512.Create(31)).AsUInt32())
            : Vector512.Create(VectorLanes256.ShrS(value.GetLower(), amount.GetLower()), VectorLanes256.ShrS(value.GetUpper(), amount.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> ShrU(Vector512<int> value, Vector512<int> amount)
    {
        return Avx512F.IsSupported
            ? Avx512F.ShiftRightLogicalVariable(value, (amount & Vector512.Create(31)).AsUInt32())
            : Vector512.Create(VectorLanes256.ShrU(value.GetLower(), amount.GetLower()), VectorLanes256.ShrU(value.GetUpper(), amount.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> Shl(Vector512<long> value, Vector512<long> amount)
    {
        return Avx512F.IsSupported
            ? Avx512F.ShiftLeftLogicalVariable(value, (amount & Vector512.Create(63L)).AsUInt64())
            : Vector512.Create(VectorLanes256.Shl(value.GetLower(), amount.GetLower()), VectorLanes256.Shl(value.GetUpper(), amount.GetUpper()));
    }

    /// <summary>Of a negative number the complement is shifted, which brings in zeros, and turned back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> ShrS(Vector512<long> value, Vector512<long> amount)
    {
        var sign = Vector512.ShiftRightArithmetic(value, 63);
        return ShrU(value ^ sign, amount) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> ShrU(Vector512<long> value, Vector512<long> amount)
    {
        return Avx512F.IsSupported
            ? Avx512F.ShiftRightLogicalVariable(value, (amount & Vector512.Create(63L)).AsUInt64())
            : Vector512.Create(VectorLanes256.ShrU(value.GetLower(), amount.GetLower()), VectorLanes256.ShrU(value.GetUpper(), amount.GetUpper()));
    }
}
