using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ILGPU.Backends.Cpu;

internal static unsafe partial class VectorLanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Blend(Vector512<int> mask, Vector512<float> first, Vector512<float> second)
    {
        return Vector512.ConditionalSelect(mask.AsSingle(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> Blend(Vector512<int> mask, Vector512<int> first, Vector512<int> second)
    {
        return Vector512.ConditionalSelect(mask, first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> MaskLoad(long address, Vector512<int> mask)
    {
        return Vector512.Create(
            VectorLanes256.MaskLoad(address, mask.GetLower()),
            VectorLanes256.MaskLoad(address + (Vector256<float>.Count * sizeof(float)), mask.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MaskStore(long address, Vector512<int> mask, Vector512<float> value)
    {
        VectorLanes256.MaskStore(address, mask.GetLower(), value.GetLower());
        VectorLanes256.MaskStore(address + (Vector256<float>.Count * sizeof(float)), mask.GetUpper(), value.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> GatherFloats(long address, Vector512<int> index, Vector512<int> mask)
    {
        return Vector512.Create(
            VectorLanes256.GatherFloats(address, index.GetLower(), mask.GetLower()),
            VectorLanes256.GatherFloats(address, index.GetUpper(), mask.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> MultiplyHigh(Vector512<int> first, Vector512<int> second)
    {
        return Vector512.Create(
            VectorLanes256.MultiplyHigh(first.GetLower(), second.GetLower()), VectorLanes256.MultiplyHigh(first.GetUpper(), second.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> Shl(Vector512<int> first, Vector512<int> second)
    {
        return Vector512.Create(
            VectorLanes256.Shl(first.GetLower(), second.GetLower()), VectorLanes256.Shl(first.GetUpper(), second.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> ShrS(Vector512<int> first, Vector512<int> second)
    {
        return Vector512.Create(
            VectorLanes256.ShrS(first.GetLower(), second.GetLower()), VectorLanes256.ShrS(first.GetUpper(), second.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> ShrU(Vector512<int> first, Vector512<int> second)
    {
        return Vector512.Create(
            VectorLanes256.ShrU(first.GetLower(), second.GetLower()), VectorLanes256.ShrU(first.GetUpper(), second.GetUpper()));
    }
}
