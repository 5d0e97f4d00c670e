using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorLanes128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> BlendFloats(Vector128<int> mask, Vector128<float> first, Vector128<float> second)
    {
        return Sse41.IsSupported
            ? Sse41.BlendVariable(second, first, mask.AsSingle())
            : Vector128.ConditionalSelect(mask.AsSingle(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> BlendInts(Vector128<int> mask, Vector128<int> first, Vector128<int> second)
    {
        return BlendFloats(mask, first.AsSingle(), second.AsSingle()).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> BlendDoubles(Vector128<long> mask, Vector128<double> first, Vector128<double> second)
    {
        return BlendFloats(mask.AsInt32(), first.AsSingle(), second.AsSingle()).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> BlendLongs(Vector128<long> mask, Vector128<long> first, Vector128<long> second)
    {
        return BlendFloats(mask.AsInt32(), first.AsSingle(), second.AsSingle()).AsInt64();
    }

    /// <summary>Neighbouring floats; lanes without mask touch no memory and are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> MaskLoad(long address, Vector128<int> mask)
    {
        if (Avx.IsSupported)
            return Avx.MaskLoad((float*)address, mask.AsSingle());
        var values = (float*)address;
        return Vector128.Create(
            mask[0] == 0 ? 0 : values[0], mask[1] == 0 ? 0 : values[1], mask[2] == 0 ? 0 : values[2], mask[3] == 0 ? 0 : values[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MaskStore(long address, Vector128<int> mask, Vector128<float> value)
    {
        if (Avx.IsSupported)
        {
            Avx.MaskStore((float*)address, mask.AsSingle(), value);
            return;
        }

        for (var lane = 0; lane < Vector128<float>.Count; lane++)
        {
            if (mask[lane] != 0)
                ((float*)address)[lane] = value[lane];
        }
    }

    /// <summary>Floats at an index each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Gather(long address, Vector128<int> index, Vector128<int> mask)
    {
        if (Avx2.IsSupported)
            return Avx2.GatherMaskVector128(Vector128<float>.Zero, (float*)address, index, mask.AsSingle(), sizeof(float));
        var values = (float*)address;
        return Vector128.Create(
            mask[0] == 0 ? 0 : values[index[0]],
            mask[1] == 0 ? 0 : values[index[1]],
            mask[2] == 0 ? 0 : values[index[2]],
            mask[3] == 0 ? 0 : values[index[3]]);
    }

    /// <summary>Floats at an address each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> GatherAt(Vector128<long> low, Vector128<long> high, Vector128<int> mask)
    {
        return Vector128.Create(
            mask[0] == 0 ? 0 : *(float*)low[0],
            mask[1] == 0 ? 0 : *(float*)low[1],
            mask[2] == 0 ? 0 : *(float*)high[0],
            mask[3] == 0 ? 0 : *(float*)high[1]);
    }

    /// <summary>64-bit values at an address each, for half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> GatherWide(Vector128<long> address, Vector128<long> mask)
    {
        return Vector128.Create(mask[0] == 0 ? 0 : *(long*)address[0], mask[1] == 0 ? 0 : *(long*)address[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> MultiplyHigh(Vector128<int> first, Vector128<int> second)
    {
        if (!Sse2.IsSupported)
            return Vector128.Create(High(first[0], second[0]), High(first[1], second[1]), High(first[2], second[2]), High(first[3], second[3]));
        var even = Sse2.Multiply(first.AsUInt32(), second.AsUInt32());
        var odd = Sse2.Multiply(
            Vector128.ShiftRightLogical(first.AsUInt64(), 32).AsUInt32(), Vector128.ShiftRightLogical(second.AsUInt64(), 32).AsUInt32());
        var high = odd & Vector128.Create(0xFFFFFFFF00000000);
        return (Vector128.ShiftRightLogical(even, 32) | high).AsInt32();
    }

    private static int High(int first, int second) => (int)(((ulong)(uint)first * (uint)second) >> 32);
}
