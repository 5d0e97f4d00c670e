using System.Globalization;

namespace FlowLab.Testing.Laws;

/// <summary>Values as C# source.</summary>
internal static class CodeText
{
    /// <summary>A number; what float32 does not round to it again is written as its bits.</summary>
    public static string Of(float value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ => value == MathF.Truncate(value) && MathF.Abs(value) < 1e6f
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>An array.</summary>
    public static string Of(IEnumerable<float> values) => $"[{string.Join(", ", values.Select(Of))}]";

    /// <summary>An array.</summary>
    public static string Of(IEnumerable<int> values) => $"[{string.Join(", ", values)}]";
}
