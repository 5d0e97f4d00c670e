using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    /// <summary>One machine instruction: which operand wins when one is NaN depends on the device.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(double first, double second) => IntrinsicMath.Max(first, second);

    /// <summary>One machine instruction: which operand wins when one is NaN depends on the device.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float first, float second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Max(sbyte first, sbyte second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Max(short first, short second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Max(int first, int second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Max(long first, long second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Max(byte first, byte second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Max(ushort first, ushort second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Max(uint first, uint second) => IntrinsicMath.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Max(ulong first, ulong second) => IntrinsicMath.Max(first, second);
}
