using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorLanes512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> BlendFloats(Vector512<int> mask, Vector512<float> first, Vector512<float> second)
    {
        return Vector512.ConditionalSelect(mask.AsSingle(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> BlendInts(Vector512<int> mask, Vector512<int> first, Vector512<int> second)
    {
        return Vector512.ConditionalSelect(mask, first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> BlendDoubles(Vector512<long> mask, Vector512<double> first, Vector512<double> second)
    {
        return Vector512.ConditionalSelect(mask.AsDouble(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> BlendLongs(Vector512<long> mask, Vector512<long> first, Vector512<long> second)
    {
        return Vector512.ConditionalSelect(mask, first, second);
    }

    /// <summary>Neighbouring floats; lanes without mask touch no memory and are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> MaskLoad(long address, Vector512<int> mask)
    {
        return Avx512F.IsSupported
            ? Avx512F.MaskLoad((float*)address, mask.AsSingle(), Vector512<float>.Zero)
            : Vector512.Create(VectorLanes256.MaskLoad(address, mask.GetLower()), VectorLanes256.MaskLoad(address + 32, mask.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MaskStore(long address, Vector512<int> mask, Vector512<float> value)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore((float*)address, mask.AsSingle(), value);
            return;
        }

        VectorLanes256.MaskStore(address, mask.GetLower(), value.GetLower());
        VectorLanes256.MaskStore(address + 32, mask.GetUpper(), value.GetUpper());
    }

    /// <summary>Floats at an index each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Gather(long address, Vector512<int> index, Vector512<int> mask)
    {
        return Vector512.Create(
            VectorLanes256.Gather(address, index.GetLower(), mask.GetLower()), VectorLanes256.Gather(address, index.GetUpper(), mask.GetUpper()));
    }

    /// <summary>Floats at an address each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> GatherAt(Vector512<long> low, Vector512<long> high, Vector512<int> mask)
    {
        return Vector512.Create(
            VectorLanes256.GatherAt(low.GetLower(), low.GetUpper(), mask.GetLower()),
            VectorLanes256.GatherAt(high.GetLower(), high.GetUpper(), mask.GetUpper()));
    }

    /// <summary>64-bit values at an address each, for half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> GatherWide(Vector512<long> address, Vector512<long> mask)
    {
        return Vector512.Create(
            VectorLanes256.GatherWide(address.GetLower(), mask.GetLower()), VectorLanes256.GatherWide(address.GetUpper(), mask.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> MultiplyHigh(Vector512<int> first, Vector512<int> second)
    {
        if (!Avx512F.IsSupported)
        {
            return Vector512.Create(
                VectorLanes256.MultiplyHigh(first.GetLower(), second.GetLower()), VectorLanes256.MultiplyHigh(first.GetUpper(), second.GetUpper()));
        }

        var even = Avx512F.Multiply(first.AsUInt32(), second.AsUInt32());
        var odd = Avx512F.Multiply(
            Vector512.ShiftRightLogical(first.AsUInt64(), 32).AsUInt32(), Vector512.ShiftRightLogical(second.AsUInt64(), 32).AsUInt32());
        var high = odd & Vector512.Create(0xFFFFFFFF00000000);
        return (Vector512.ShiftRightLogical(even, 32) | high).AsInt32();
    }
}
