using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ILGPU.Backends.Cpu;

internal static unsafe partial class VectorLanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Blend(Vector128<int> mask, Vector128<float> first, Vector128<float> second)
    {
        return Sse41.IsSupported
            ? Sse41.BlendVariable(second, first, mask.AsSingle())
            : Vector128.ConditionalSelect(mask.AsSingle(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> Blend(Vector128<int> mask, Vector128<int> first, Vector128<int> second)
    {
        return Blend(mask, first.AsSingle(), second.AsSingle()).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> MaskLoad(long address, Vector128<int> mask)
    {
        return Avx.IsSupported
            ? Avx.MaskLoad((float*)address, mask.AsSingle())
            : Gather32(address, Vector128<int>.Indices, sizeof(int), mask).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MaskStore(long address, Vector128<int> mask, Vector128<float> value)
    {
        if (Avx.IsSupported)
            Avx.MaskStore((float*)address, mask.AsSingle(), value);
        else
            Scatter32(address, Vector128<int>.Indices, sizeof(int), mask, value.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> GatherFloats(long address, Vector128<int> index, Vector128<int> mask)
    {
        return Avx2.IsSupported
            ? Avx2.GatherMaskVector128(Vector128<float>.Zero, (float*)address, index, mask.AsSingle(), sizeof(float))
            : Gather32(address, index, sizeof(float), mask).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> MultiplyHigh(Vector128<int> first, Vector128<int> second)
    {
        if (Avx2.IsSupported)
        {
            var even = Sse2.Multiply(first.AsUInt32(), second.AsUInt32());
            var odd = Sse2.Multiply(
                Vector128.ShiftRightLogical(first.AsUInt64(), 32).AsUInt32(), Vector128.ShiftRightLogical(second.AsUInt64(), 32).AsUInt32());
            var high = odd & Vector128.Create(0xFFFFFFFF00000000);
            return (Vector128.ShiftRightLogical(even, 32) | high).AsInt32();
        }

        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, (int)(((ulong)(uint)first.GetElement(lane) * (uint)second.GetElement(lane)) >> 32));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> Shl(Vector128<int> first, Vector128<int> second)
    {
        if (Avx2.IsSupported)
            return Avx2.ShiftLeftLogicalVariable(first, (second & Vector128.Create(31)).AsUInt32());
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, first.GetElement(lane) << second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> ShrS(Vector128<int> first, Vector128<int> second)
    {
        if (Avx2.IsSupported)
            return Avx2.ShiftRightArithmeticVariable(first, (second & Vector128.Create(31)).AsUInt32());
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, first.GetElement(lane) >> second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> ShrU(Vector128<int> first, Vector128<int> second)
    {
        if (Avx2.IsSupported)
            return Avx2.ShiftRightLogicalVariable(first, (second & Vector128.Create(31)).AsUInt32());
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, first.GetElement(lane) >>> second.GetElement(lane));
        return first;
    }
}
