namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Numbers at the edges of their types.</summary>
internal static class SpecialNumbers
{
    private static readonly Dictionary<Type, Array> Values = new Array[]
    {
        new[] { false, true },
        new sbyte[] { 0, 1, -1, 2, 3, 7, 8, 31, 32, 33, 63, 64, 100, 126, 127, -2, -7, -33, -127, -128 },
        new byte[] { 0, 1, 2, 3, 7, 8, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 200, 254, 255 },
        new short[] { 0, 1, -1, 2, 7, 31, 32, 33, 127, 128, 255, 256, 1000, 32766, 32767, -2, -33, -128, -129, -32767, -32768 },
        new ushort[] { 0, 1, 2, 7, 31, 32, 33, 127, 128, 255, 256, 1000, 32767, 32768, 40000, 65534, 65535 },
        new[] { '\0', '\u0001', 'A', '\u00FF', '\u0100', '\u7FFF', '\u8000', '\uD800', '\uFFFF' },
        new[] { 0, 1, -1, 2, -2, 7, -7, 31, 32, 33, 63, 64, 127, 128, 255, 256, -128, -129, 32767, 65536, 16777217, int.MaxValue, int.MinValue, 0x12345678 },
        new uint[] { 0, 1, 2, 7, 31, 32, 33, 64, 127, 128, 255, 256, 65535, 65536, 16777217, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFF80, uint.MaxValue },
        new long[]
        {
            0, 1, -1, 3, -5, 31, 32, 33, 63, 64, 65, 255, 65536, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 40, (1L << 53) + 1, (1L << 24) + 1,
            0x7FFFFFFFFFFFFC00, long.MaxValue, long.MinValue, long.MinValue + 1, 0x123456789ABCDEF0,
        },
        new ulong[]
        {
            0, 1, 3, 31, 32, 33, 63, 64, 65, 255, 65536, int.MaxValue, 0x80000000, uint.MaxValue, 1UL << 40, (1UL << 53) + 1, (1UL << 24) + 1,
            0x7FFFFFFFFFFFFFFF, 0x8000000000000000, 0x8000000000000401, 0xFFFFFFFFFFFFFC00, 0xFFFFFF7FFFFFFFFF, ulong.MaxValue,
        },
        new[]
        {
            0f, -0f, 1f, -1f, 0.5f, -1.5f, 2.5f, 255.9f, -129.7f, 70000f, 16777216f, 2147483520f, 2147483648f, -2147483648f, 4294967296f, 9.223372e18f,
            -1e30f, float.Epsilon, -1e-39f, 1.17549435e-38f, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
        },
        new[]
        {
            0.0, -0.0, 1.0, -1.0, 0.5, -1.5, 2.5, 255.9, -129.7, 70000.3, 2147483647.5, 2147483648.0, -2147483649.0, 4294967295.5, 9223372036854775807.0, 1.8446744073709552e19,
            -1e300, double.Epsilon, 1e-310, 2.2250738585072014e-308, 1e-46, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        },
    }.ToDictionary(values => values.GetType().GetElementType()!);

    internal static Array Of(Type type) => Values[type];

    /// <summary>A number that depends on its place only: any bits of integers, floats of all exponents.</summary>
    internal static object Random(Type type, int place)
    {
        var bits = (ulong)place * 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 29)) * 0xBF58476D1CE4E5B9;
        bits ^= bits >> 32;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => (bits & 1) != 0,
            TypeCode.SByte => (sbyte)bits,
            TypeCode.Byte => (byte)bits,
            TypeCode.Int16 => (short)bits,
            TypeCode.UInt16 => (ushort)bits,
            TypeCode.Char => (char)bits,
            TypeCode.Int32 => (int)bits,
            TypeCode.UInt32 => (uint)bits,
            TypeCode.Int64 => (long)bits,
            TypeCode.UInt64 => bits,
            TypeCode.Single => BitConverter.UInt32BitsToSingle((uint)bits),
            _ => BitConverter.UInt64BitsToDouble(bits),
        };
    }
}
