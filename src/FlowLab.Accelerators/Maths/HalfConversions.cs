namespace FlowLab.Accelerators.Maths;

/// <summary>
/// Conversions of ILGPU's Half without its tables, with the same bits: from floats it cuts the mantissa rather than rounding it, which GPUs with
/// instructions of their own do not.
/// </summary>
internal static class HalfConversions
{
    private const int SignBit = 0x8000;
    private const int Infinity = 0x7C00;
    private const int MantissaBits = 10;
    private const int DroppedBits = 23 - MantissaBits;

    // The exponents, as floats have them, of the smallest normal number, of the smallest number and of the first one that is too large.
    private const int SmallestNormal = 127 - 14;
    private const int Smallest = 127 - 24;
    private const int TooLarge = 127 + 16;
    private const float SmallestValue = 5.9604645e-8f;

    internal static float ToSingle(ILGPU.Half value)
    {
        int bits = Interop.FloatAsInt(value);
        var (exponent, mantissa) = ((bits >> MantissaBits) & 0x1F, bits & 0x3FF);
        var normal = ((exponent + SmallestNormal - 1) << 23) | (mantissa << DroppedBits);
        var magnitude = exponent == 0 ? Interop.FloatAsInt(mantissa * SmallestValue) : (uint)(exponent == 0x1F ? 0x7F800000 | (mantissa << DroppedBits) : normal);
        return Interop.IntAsFloat(magnitude | ((uint)(bits & SignBit) << 16));
    }

    internal static ILGPU.Half FromSingle(float value)
    {
        var bits = (int)Interop.FloatAsInt(value);
        var (exponent, mantissa) = ((bits >> 23) & 0xFF, bits & 0x7FFFFF);
        return Interop.IntAsFloat((ushort)(((bits >> 16) & SignBit) + MagnitudeOf(exponent, mantissa)));
    }

    private static int MagnitudeOf(int exponent, int mantissa)
    {
        if (exponent >= TooLarge)
            return Infinity + (exponent == 0xFF ? mantissa >> DroppedBits : 0);
        if (exponent >= SmallestNormal)
            return ((exponent - SmallestNormal + 1) << MantissaBits) + (mantissa >> DroppedBits);
        return exponent >= Smallest ? (1 << (exponent - Smallest)) + (mantissa >> (Smallest + 23 - exponent)) : 0;
    }
}
