using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    /// <summary>One machine instruction: which operand wins when one is NaN depends on the device.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Min(double first, double second) => IntrinsicMath.Min(first, second);

    /// <summary>One machine instruction: which operand wins when one is NaN depends on the device.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float first, float second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Min(sbyte first, sbyte second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Min(short first, short second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Min(int first, int second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Min(long first, long second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Min(byte first, byte second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Min(ushort first, ushort second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Min(uint first, uint second) => IntrinsicMath.Min(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Min(ulong first, ulong second) => IntrinsicMath.Min(first, second);
}
