using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// What vectors have no instruction for, lane by lane: only active lanes touch memory and divide. The classes of all widths differ in
/// the width only, but for the part that names instructions.
/// </summary>
internal static unsafe partial class VectorLanes256
{
    internal static Vector256<int> Gather8(long address, Vector256<int> index, int scale, Vector256<int> mask)
    {
        var result = Vector256<int>.Zero;
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(sbyte*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static Vector256<int> Gather16(long address, Vector256<int> index, int scale, Vector256<int> mask)
    {
        var result = Vector256<int>.Zero;
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(short*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static Vector256<int> Gather32(long address, Vector256<int> index, int scale, Vector256<int> mask)
    {
        var result = Vector256<int>.Zero;
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(int*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static void Scatter8(long address, Vector256<int> index, int scale, Vector256<int> mask, Vector256<int> value)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(sbyte*)(address + ((long)index.GetElement(lane) * scale)) = (sbyte)value.GetElement(lane);
        }
    }

    internal static void Scatter16(long address, Vector256<int> index, int scale, Vector256<int> mask, Vector256<int> value)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(short*)(address + ((long)index.GetElement(lane) * scale)) = (short)value.GetElement(lane);
        }
    }

    internal static void Scatter32(long address, Vector256<int> index, int scale, Vector256<int> mask, Vector256<int> value)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(int*)(address + ((long)index.GetElement(lane) * scale)) = value.GetElement(lane);
        }
    }

    internal static Vector256<int> DivS(Vector256<int> first, Vector256<int> second, Vector256<int> mask)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : first.GetElement(lane) / second.GetElement(lane));
        return first;
    }

    internal static Vector256<int> DivU(Vector256<int> first, Vector256<int> second, Vector256<int> mask)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : (int)((uint)first.GetElement(lane) / (uint)second.GetElement(lane)));
        return first;
    }

    internal static Vector256<int> RemS(Vector256<int> first, Vector256<int> second, Vector256<int> mask)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : first.GetElement(lane) % second.GetElement(lane));
        return first;
    }

    internal static Vector256<int> RemU(Vector256<int> first, Vector256<int> second, Vector256<int> mask)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : (int)((uint)first.GetElement(lane) % (uint)second.GetElement(lane)));
        return first;
    }

    /// <summary>Both halves of 16 bits are exact, and so is the scaled high one: the sum is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> UToF(Vector256<int> value)
    {
        var high = Vector256.ConvertToSingle(Vector256.ShiftRightLogical(value, 16));
        var low = Vector256.ConvertToSingle(value & Vector256.Create(0xFFFF));
        return (high * 65536f) + low;
    }

    internal static Vector256<int> PerLane(Vector256<int> value, delegate*<int, int> function)
    {
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
            Set(ref value, lane, function(value.GetElement(lane)));
        return value;
    }

    internal static Vector256<float> PerLane(Vector256<float> value, delegate*<float, float> function)
    {
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector256<float>, float>(ref value), lane) = function(value.GetElement(lane));
        return value;
    }

    internal static Vector256<float> PerLane(Vector256<float> first, Vector256<float> second, delegate*<float, float, float> function)
    {
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector256<float>, float>(ref first), lane) = function(first.GetElement(lane), second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref Vector256<int> vector, int lane, int value) =>
        Unsafe.Add(ref Unsafe.As<Vector256<int>, int>(ref vector), lane) = value;
}
