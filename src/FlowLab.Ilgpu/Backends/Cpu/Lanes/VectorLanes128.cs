using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// What vectors have no instruction for, lane by lane: only active lanes touch memory and divide. The classes of all widths differ in
/// the width only, but for the part that names instructions.
/// </summary>
internal static unsafe partial class VectorLanes128
{
    internal static Vector128<int> Gather8(long address, Vector128<int> index, int scale, Vector128<int> mask)
    {
        var result = Vector128<int>.Zero;
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(sbyte*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static Vector128<int> Gather16(long address, Vector128<int> index, int scale, Vector128<int> mask)
    {
        var result = Vector128<int>.Zero;
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(short*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static Vector128<int> Gather32(long address, Vector128<int> index, int scale, Vector128<int> mask)
    {
        var result = Vector128<int>.Zero;
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                Set(ref result, lane, *(int*)(address + ((long)index.GetElement(lane) * scale)));
        }

        return result;
    }

    internal static void Scatter8(long address, Vector128<int> index, int scale, Vector128<int> mask, Vector128<int> value)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(sbyte*)(address + ((long)index.GetElement(lane) * scale)) = (sbyte)value.GetElement(lane);
        }
    }

    internal static void Scatter16(long address, Vector128<int> index, int scale, Vector128<int> mask, Vector128<int> value)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(short*)(address + ((long)index.GetElement(lane) * scale)) = (short)value.GetElement(lane);
        }
    }

    internal static void Scatter32(long address, Vector128<int> index, int scale, Vector128<int> mask, Vector128<int> value)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (mask.GetElement(lane) != 0)
                *(int*)(address + ((long)index.GetElement(lane) * scale)) = value.GetElement(lane);
        }
    }

    internal static Vector128<int> DivS(Vector128<int> first, Vector128<int> second, Vector128<int> mask)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : first.GetElement(lane) / second.GetElement(lane));
        return first;
    }

    internal static Vector128<int> DivU(Vector128<int> first, Vector128<int> second, Vector128<int> mask)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : (int)((uint)first.GetElement(lane) / (uint)second.GetElement(lane)));
        return first;
    }

    internal static Vector128<int> RemS(Vector128<int> first, Vector128<int> second, Vector128<int> mask)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : first.GetElement(lane) % second.GetElement(lane));
        return first;
    }

    internal static Vector128<int> RemU(Vector128<int> first, Vector128<int> second, Vector128<int> mask)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref first, lane, mask.GetElement(lane) == 0 ? 0 : (int)((uint)first.GetElement(lane) % (uint)second.GetElement(lane)));
        return first;
    }

    /// <summary>Both halves of 16 bits are exact, and so is the scaled high one: the sum is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> UToF(Vector128<int> value)
    {
        var high = Vector128.ConvertToSingle(Vector128.ShiftRightLogical(value, 16));
        var low = Vector128.ConvertToSingle(value & Vector128.Create(0xFFFF));
        return (high * 65536f) + low;
    }

    internal static Vector128<int> PerLane(Vector128<int> value, delegate*<int, int> function)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
            Set(ref value, lane, function(value.GetElement(lane)));
        return value;
    }

    internal static Vector128<float> PerLane(Vector128<float> value, delegate*<float, float> function)
    {
        for (var lane = 0; lane < Vector128<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector128<float>, float>(ref value), lane) = function(value.GetElement(lane));
        return value;
    }

    internal static Vector128<float> PerLane(Vector128<float> first, Vector128<float> second, delegate*<float, float, float> function)
    {
        for (var lane = 0; lane < Vector128<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector128<float>, float>(ref first), lane) = function(first.GetElement(lane), second.GetElement(lane));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref Vector128<int> vector, int lane, int value) =>
        Unsafe.Add(ref Unsafe.As<Vector128<int>, int>(ref vector), lane) = value;
}
