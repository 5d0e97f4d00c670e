using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ILGPU.Backends.Cpu;

internal static unsafe partial class VectorLanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Blend(Vector256<int> mask, Vector256<float> first, Vector256<float> second)
    {
        return Avx.IsSupported
            ? Avx.BlendVariable(second, first, mask.AsSingle())
            : Vector256.ConditionalSelect(mask.AsSingle(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Blend(Vector256<int> mask, Vector256<int> first, Vector256<int> second)
    {
        return Blend(mask, first.AsSingle(), second.AsSingle()).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> MaskLoad(long address, Vector256<int> mask)
    {
        return Avx.IsSupported
            ? Avx.MaskLoad((float*)address, mask.AsSingle())
            : Gather32(address, Vector256<int>.Indices, sizeof(int), mask).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MaskStore(long address, Vector256<int> mask, Vector256<float> value)
    {
        if (Avx.IsSupported)
            Avx.MaskStore((float*)address, mask.AsSingle(), value);
        else
            Scatter32(address, Vector256<int>.Indices, sizeof(int), mask, value.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> GatherFloats(long address, Vector256<int> index, Vector256<int> mask)
    {
        return Avx2.IsSupported
            ? Avx2.GatherMaskVector256(Vector256<float>.Zero, (float*)address, index, mask.AsSingle(), sizeof(float))
            : Gather32(address, index, sizeof(float), mask).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> MultiplyHigh(Vector256<int> first, Vector256<int> second)
    {
        if (Avx2.IsSupported)
        {
            var even = Avx2.Multiply(first.AsUInt32(), second.AsUInt32());
            var odd = Avx2.Multiply(
                Vector256.ShiftRightLogical(first.AsUInt64(), 32).AsUInt32(), Vector256.ShiftRightLogical(second.AsUInt64(), 32).AsUInt32());
            var high = odd & Vector256.Create(0xFFFFFFFF00000000);
            return (Vector256.ShiftRightLogical(even, 32) | high).AsInt32();
        }

        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, (int)(((ulong)(uint)first.GetElement(lane) * (uint)second.GetElement(lane)) >> 32));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Shl(Vector256<int> first, Vector256<int> second)
    {
        if (Avx2.IsSupported)
            return Avx2.ShiftLeftLogicalVariable(first, (second & Vector256.Create(31)).AsUInt32());
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, first.GetElement(lane) << second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> ShrS(Vector256<int> first, Vector256<int> second)
    {
        if (Avx2.IsSupported)
            return Avx2.ShiftRightArithmeticVariable(first, (second & Vector256.Create(31)).AsUInt32());
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, first.GetElement(lane) >> second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> ShrU(Vector256<int> first, Vector256<int> second)
    {
        if (Avx2.IsSupported)
            return Avx2.ShiftRightLogicalVariable(first, (second & Vector256.Create(31)).AsUInt32());
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, first.GetElement(lane) >>> second.GetElement(lane));
        return first;
    }
}
