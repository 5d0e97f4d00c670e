using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Constants in OpenCL C, bit for bit whatever the compiler's reading of decimals: floats that a short decimal says exactly are written
/// so, the others as their bits.
/// </summary>
internal static class OpenClLiteral
{
    private const double SmallestStep = 1.0 / 1024;

    internal static string Of(IRValue constant) => constant.Type switch
    {
        IRType.Int32 => OfInt((int)constant.Bits),
        IRType.Int64 => OfLong(constant.Bits),
        IRType.Float32 => OfFloat(constant.AsFloat),
        IRType.Float64 => OfDouble(constant.AsDouble),
        _ => constant.Bits.ToString(CultureInfo.InvariantCulture),
    };

    // There is no literal for the smallest number, only for its magnitude, which does not fit.
    private static string OfInt(int value) => value switch
    {
        int.MinValue => "(-2147483647 - 1)",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"({value})"),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string OfLong(long value) => value switch
    {
        long.MinValue => "(-9223372036854775807L - 1L)",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"({value}L)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
    };

    private static string OfFloat(float value) => Decimal(value, "f") ?? string.Create(
        CultureInfo.InvariantCulture, $"as_float(0x{BitConverter.SingleToUInt32Bits(value):X8}u /* {value:R} */)");

    private static string OfDouble(double value) => Decimal(value, "") ?? string.Create(
        CultureInfo.InvariantCulture, $"as_double(0x{BitConverter.DoubleToUInt64Bits(value):X16}ul /* {value:R} */)");

    /// <summary>The exact decimal, where the value is a multiple of the step and not too large; null of -0, NaN and infinities too.</summary>
    private static string? Decimal(double value, string suffix)
    {
        var steps = value / SmallestStep;
        if (steps != Math.Floor(steps) || Math.Abs(value) > int.MaxValue || (value == 0 && double.IsNegative(value)))
            return null;
        var digits = value.ToString("F10", CultureInfo.InvariantCulture).TrimEnd('0');
        var text = (digits[^1] == '.' ? digits + "0" : digits) + suffix;
        return value < 0 ? $"({text})" : text;
    }
}
