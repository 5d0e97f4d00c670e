using System.Globalization;

namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Numbers in instructions.</summary>
internal static class PtxNumbers
{
    /// <summary>A number of the form and within the range of a type: floats by their bits, integers signed or unsigned.</summary>
    internal static bool Fits(string text, PtxType type) => type.Kind switch
    {
        'p' => text is "0" or "-1",
        'f' => text.StartsWith(type.Bits == 32 ? "0f" : "0d", StringComparison.Ordinal) && text.Length == 2 + (type.Bits / 4) && Uppercase(text[2..]),
        _ => FitsInteger(text, type.Bits),
    };

    /// <summary>The bits of a number.</summary>
    internal static ulong BitsOf(string text, PtxType type) => type.Kind switch
    {
        'p' => text == "0" ? 0UL : 1,
        'f' => ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        _ => PtxValues.Narrow(IntegerOf(text), type.Bits),
    };

    private static bool Uppercase(string digits) => digits.All(digit => char.IsAsciiHexDigitUpper(digit));

    private static ulong IntegerOf(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : text[0] == '-' ? (ulong)long.Parse(text, CultureInfo.InvariantCulture) : ulong.Parse(text, CultureInfo.InvariantCulture);

    private static bool FitsInteger(string text, int bits)
    {
        var isHex = text.StartsWith("0x", StringComparison.Ordinal);
        if (!Int128.TryParse(isHex ? text.AsSpan(2) : text, isHex ? NumberStyles.HexNumber : NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return false;
        return number >= -(Int128.One << (bits - 1)) && number < Int128.One << bits;
    }
}
