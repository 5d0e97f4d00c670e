using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// What vectors have no instruction for, lane by lane: only active lanes touch memory and divide. The classes of all widths differ in
/// the width only, but for the part that names instructions.
/// </summary>
internal static unsafe partial class VectorLanes512
{
    internal static Vector512<int> Gather8(long address, Vector512<int> index, int scale, Vector512<int> mask)
    {
        var result = Vector512<int>.Zero;
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(sbyte*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static Vector512<int> Gather16(long address, Vector512<int> index, int scale, Vector512<int> mask)
    {
        var result = Vector512<int>.Zero;
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(short*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static Vector512<int> Gather32(long address, Vector512<int> index, int scale, Vector512<int> mask)
    {
        var result = Vector512<int>.Zero;
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(int*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static void Scatter8(long address, Vector512<int> index, int scale, Vector512<int> mask, Vector512<int> value)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(sbyte*)(address + ((long)index.GetElement(lane) * scale)) = (sbyte)value.GetElement(lane);
        }
    }

    internal static void Scatter16(long address, Vector512<int> index, int scale, Vector512<int> mask, Vector512<int> value)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(short*)(address + ((long)index.GetElement(lane) * scale)) = (short)value.GetElement(lane);
        }
    }

    internal static void Scatter32(long address, Vector512<int> index, int scale, Vector512<int> mask, Vector512<int> value)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(int*)(address + ((long)index.GetElement(lane) * scale)) = value.GetElement(lane);
        }
    }

    internal static Vector512<int> DivS(Vector512<int> first, Vector512<int> second, Vector512<int> mask)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : first.GetElement(lane) / second.GetElement(lane));
        return first;
    }

    internal static Vector512<int> DivU(Vector512<int> first, Vector512<int> second, Vector512<int> mask)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : (int)((uint)first.GetElement(lane) / (uint)second.GetElement(lane)));
        return first;
    }

    internal static Vector512<int> RemS(Vector512<int> first, Vector512<int> second, Vector512<int> mask)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : first.GetElement(lane) % second.GetElement(lane));
        return first;
    }

    internal static Vector512<int> RemU(Vector512<int> first, Vector512<int> second, Vector512<int> mask)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : (int)((uint)first.GetElement(lane) % (uint)second.GetElement(lane)));
        return first;
    }

    /// <summary>Both halves of 16 bits are exact, and so is the scaled high one: the sum is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> UToF(Vector512<int> value)
    {
        var high = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(value, 16));
        var low = Vector512.ConvertToSingle(value & Vector512.Create(0xFFFF));
        return (high * 65536f) + low;
    }

    internal static Vector512<int> PerLane(Vector512<int> value, delegate*<int, int> function)
    {
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            Set(ref value, lane, function(value.GetElement(lane)));
        return value;
    }

    internal static Vector512<float> PerLane(Vector512<float> value, delegate*<float, float> function)
    {
        for (var lane = 0; lane < Vector512<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector512<float>, float>(ref value), lane) = function(value.GetElement(lane));
        return value;
    }

    internal static Vector512<float> PerLane(Vector512<float> first, Vector512<float> second, delegate*<float, float, float> function)
    {
        for (var lane = 0; lane < Vector512<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector512<float>, float>(ref first), lane) = function(first.GetElement(lane), second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref Vector512<int> vector, int lane, int value) =>
        Unsafe.Add(ref Unsafe.As<Vector512<int>, int>(ref vector), lane) = value;
}
