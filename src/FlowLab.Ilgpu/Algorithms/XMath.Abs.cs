using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double value) => IntrinsicMath.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float value) => IntrinsicMath.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Abs(sbyte value) => IntrinsicMath.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Abs(short value) => IntrinsicMath.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Abs(int value) => IntrinsicMath.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Abs(long value) => IntrinsicMath.Abs(value);

    /// <inheritdoc cref="IntrinsicMath.DivRoundDown(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DivRoundDown(int numerator, int denominator) => IntrinsicMath.DivRoundDown(numerator, denominator);

    /// <inheritdoc cref="IntrinsicMath.DivRoundUp(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DivRoundUp(int numerator, int denominator) => IntrinsicMath.DivRoundUp(numerator, denominator);

    /// <inheritdoc cref="IntrinsicMath.DivRoundDown(long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long DivRoundDown(long numerator, long denominator) => IntrinsicMath.DivRoundDown(numerator, denominator);

    /// <inheritdoc cref="IntrinsicMath.DivRoundUp(long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long DivRoundUp(long numerator, long denominator) => IntrinsicMath.DivRoundUp(numerator, denominator);
}
