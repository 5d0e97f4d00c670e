using System.Globalization;
using System.Reflection;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Comparison and text of numbers and of structs of them.</summary>
internal static class KernelNumbers
{
    /// <summary>The same bits, or close enough floats; any NaN is as good as another, since which one comes out is left to the machine.</summary>
    internal static bool IsSame(object actual, object expected, int ulps) => (actual, expected) switch
    {
        (float a, float b) => IsNear(BitConverter.SingleToInt32Bits(a), BitConverter.SingleToInt32Bits(b), int.MinValue, ulps) || (float.IsNaN(a) && float.IsNaN(b)),
        (double a, double b) => IsNear(BitConverter.DoubleToInt64Bits(a), BitConverter.DoubleToInt64Bits(b), long.MinValue, ulps) || (double.IsNaN(a) && double.IsNaN(b)),
        _ when IsNumber(actual) => actual.Equals(expected),
        _ => FieldsOf(actual).All(field => IsSame(field.GetValue(actual)!, field.GetValue(expected)!, ulps)),
    };

    internal static string TextOf(object value) => value switch
    {
        float number => $"{number:R} (0x{BitConverter.SingleToInt32Bits(number):X8})",
        double number => $"{number:R} (0x{BitConverter.DoubleToInt64Bits(number):X16})",
        char character => $"(char){(int)character}",
        _ when IsNumber(value) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"({string.Join(", ", FieldsOf(value).Select(field => $"{field.Name}: {TextOf(field.GetValue(value)!)}"))})",
    };

    /// <summary>How many floats apart, counted through zero. Infinity follows the largest number, and NaNs follow infinity: they are near to nothing.</summary>
    private static bool IsNear(long actual, long expected, long sign, int ulps)
    {
        if (actual == expected)
            return true;
        var infinity = sign == int.MinValue ? 0x7F800000 : 0x7FF0000000000000;
        var isNumber = (actual & ~sign) <= infinity && (expected & ~sign) <= infinity;
        return isNumber && Distance(Rank(actual, sign), Rank(expected, sign)) <= ulps && ulps > 0;
    }

    private static long Rank(long bits, long sign) => bits < 0 ? sign - bits : bits;

    private static Int128 Distance(long first, long second) => Int128.Abs((Int128)first - second);

    private static bool IsNumber(object value) => value.GetType().IsPrimitive || value.GetType().IsEnum;

    private static FieldInfo[] FieldsOf(object value) => value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
