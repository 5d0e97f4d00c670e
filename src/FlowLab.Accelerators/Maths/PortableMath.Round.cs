using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    // From here on floats and doubles have no digits behind the point.
    private const float RoundRange = 1e8f;
    private const double RoundRangeD = 1e16;

    private const int MostDigits = 6;
    private const int MostDigitsD = 15;

    // The largest float and double below 1/2: what they are added to does not reach the next integer unless it is half way there.
    private const float AlmostHalf = 0.49999997f;
    private const double AlmostHalfD = 0.49999999999999994;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Round(double value) => Math.Round(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Round(double value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <inheritdoc cref="Round(float, MidpointRounding)"/>
    public static double Round(double value, MidpointRounding mode)
    {
        var rounded = mode == MidpointRounding.AwayFromZero ? RoundAwayFromZero(value) : Math.Round(value);
        rounded = mode == MidpointRounding.ToZero ? Math.Truncate(value) : rounded;
        rounded = mode == MidpointRounding.ToNegativeInfinity ? Math.Floor(value) : rounded;
        return mode == MidpointRounding.ToPositiveInfinity ? Math.Ceiling(value) : rounded;
    }

    /// <summary>To a number of digits behind the point; fewer than 0 count as 0 and more than 15 as 15.</summary>
    public static double Round(double value, int digits, MidpointRounding mode)
    {
        var scale = PowerOfTenD(Math.Clamp(digits, 0, MostDigitsD));
        var rounded = Round(value * scale, mode) / scale;
        return Math.Abs(value) < RoundRangeD ? rounded : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double RoundAwayFromZero(double value) => Math.Truncate(value + Math.CopySign(AlmostHalfD, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double RoundToEven(double value) => Math.Round(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Floor(double value) => Math.Floor(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Ceiling(double value) => Math.Ceiling(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Truncate(double value) => Math.Truncate(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Round(float value) => MathF.Round(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Round(float value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <summary>To an integer; a mode that is none means halves to even.</summary>
    public static float Round(float value, MidpointRounding mode)
    {
        var rounded = mode == MidpointRounding.AwayFromZero ? RoundAwayFromZero(value) : MathF.Round(value);
        rounded = mode == MidpointRounding.ToZero ? MathF.Truncate(value) : rounded;
        rounded = mode == MidpointRounding.ToNegativeInfinity ? MathF.Floor(value) : rounded;
        return mode == MidpointRounding.ToPositiveInfinity ? MathF.Ceiling(value) : rounded;
    }

    /// <summary>To a number of digits behind the point; fewer than 0 count as 0 and more than 6 as 6.</summary>
    public static float Round(float value, int digits, MidpointRounding mode)
    {
        var scale = PowerOfTen(Math.Clamp(digits, 0, MostDigits));
        var rounded = Round(value * scale, mode) / scale;
        return MathF.Abs(value) < RoundRange ? rounded : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float RoundAwayFromZero(float value) => MathF.Truncate(value + MathF.CopySign(AlmostHalf, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float RoundToEven(float value) => MathF.Round(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Floor(float value) => MathF.Floor(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Ceiling(float value) => MathF.Ceiling(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Truncate(float value) => MathF.Truncate(value);

    /// <summary>10 to a power from 0 to 7, by the bits of the exponent: exact.</summary>
    private static float PowerOfTen(int exponent)
    {
        var low = ((exponent & 1) != 0 ? 10f : 1f) * ((exponent & 2) != 0 ? 100f : 1f);
        return low * ((exponent & 4) != 0 ? 1e4f : 1f);
    }

    /// <summary>10 to a power from 0 to 15, by the bits of the exponent: exact.</summary>
    private static double PowerOfTenD(int exponent)
    {
        var low = ((exponent & 1) != 0 ? 10.0 : 1.0) * ((exponent & 2) != 0 ? 100.0 : 1.0);
        return low * ((exponent & 4) != 0 ? 1e4 : 1.0) * ((exponent & 8) != 0 ? 1e8 : 1.0);
    }
}
