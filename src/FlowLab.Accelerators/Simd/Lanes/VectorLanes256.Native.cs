using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorLanes256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> BlendFloats(Vector256<int> mask, Vector256<float> first, Vector256<float> second)
    {
        return Avx.IsSupported
            ? Avx.BlendVariable(second, first, mask.AsSingle())
            : Vector256.ConditionalSelect(mask.AsSingle(), first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> BlendInts(Vector256<int> mask, Vector256<int> first, Vector256<int> second)
    {
        return BlendFloats(mask, first.AsSingle(), second.AsSingle()).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> BlendDoubles(Vector256<long> mask, Vector256<double> first, Vector256<double> second)
    {
        return BlendFloats(mask.AsInt32(), first.AsSingle(), second.AsSingle()).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> BlendLongs(Vector256<long> mask, Vector256<long> first, Vector256<long> second)
    {
        return BlendFloats(mask.AsInt32(), first.AsSingle(), second.AsSingle()).AsInt64();
    }

    /// <summary>Neighbouring floats; lanes without mask touch no memory and are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> MaskLoad(long address, Vector256<int> mask)
    {
        return Avx.IsSupported
            ? Avx.MaskLoad((float*)address, mask.AsSingle())
            : Vector256.Create(VectorLanes128.MaskLoad(address, mask.GetLower()), VectorLanes128.MaskLoad(address + 16, mask.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MaskStore(long address, Vector256<int> mask, Vector256<float> value)
    {
        if (Avx.IsSupported)
        {
            Avx.MaskStore((float*)address, mask.AsSingle(), value);
            return;
        }

        VectorLanes128.MaskStore(address, mask.GetLower(), value.GetLower());
        VectorLanes128.MaskStore(address + 16, mask.GetUpper(), value.GetUpper());
    }

    /// <summary>Floats at an index each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Gather(long address, Vector256<int> index, Vector256<int> mask)
    {
        return Avx2.IsSupported
            ? Avx2.GatherMaskVector256(Vector256<float>.Zero, (float*)address, index, mask.AsSingle(), sizeof(float))
            : Vector256.Create(
                VectorLanes128.Gather(address, index.GetLower(), mask.GetLower()), VectorLanes128.Gather(address, index.GetUpper(), mask.GetUpper()));
    }

    /// <summary>Floats at an address each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> GatherAt(Vector256<long> low, Vector256<long> high, Vector256<int> mask)
    {
        if (Avx2.IsSupported)
        {
            return Vector256.Create(
                Avx2.GatherMaskVector128(Vector128<float>.Zero, (float*)0, low, mask.GetLower().AsSingle(), 1),
                Avx2.GatherMaskVector128(Vector128<float>.Zero, (float*)0, high, mask.GetUpper().AsSingle(), 1));
        }

        return Vector256.Create(
            VectorLanes128.GatherAt(low.GetLower(), low.GetUpper(), mask.GetLower()),
            VectorLanes128.GatherAt(high.GetLower(), high.GetUpper(), mask.GetUpper()));
    }

    /// <summary>64-bit values at an address each, for half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> GatherWide(Vector256<long> address, Vector256<long> mask)
    {
        return Avx2.IsSupported
            ? Avx2.GatherMaskVector256(Vector256<long>.Zero, (long*)0, address, mask, 1)
            : Vector256.Create(
                VectorLanes128.GatherWide(address.GetLower(), mask.GetLower()), VectorLanes128.GatherWide(address.GetUpper(), mask.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> MultiplyHigh(Vector256<int> first, Vector256<int> second)
    {
        if (!Avx2.IsSupported)
        {
            return Vector256.Create(
                VectorLanes128.MultiplyHigh(first.GetLower(), second.GetLower()), VectorLanes128.MultiplyHigh(first.GetUpper(), second.GetUpper()));
        }

        var even = Avx2.Multiply(first.AsUInt32(), second.AsUInt32());
        var odd = Avx2.Multiply(
            Vector256.ShiftRightLogical(first.AsUInt64(), 32).AsUInt32(), Vector256.ShiftRightLogical(second.AsUInt64(), 32).AsUInt32());
        var high = odd & Vector256.Create(0xFFFFFFFF00000000);
        return (Vector256.ShiftRightLogical(even, 32) | high).AsInt32();
    }
}
