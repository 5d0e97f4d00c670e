namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Numbers at the edges of their types, and pairs of them.</summary>
internal static class Numbers
{
    internal static readonly int[] Ints = [0, 1, -1, 2, -2, 7, -7, 31, 32, 33, 63, 64, 127, 128, 255, 256, -128, -129, 32767, 65536, int.MaxValue, int.MinValue, 0x12345678];

    internal static readonly long[] Longs = [0, 1, -1, 3, -5, 31, 32, 63, 64, 65, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 40, long.MaxValue, long.MinValue];

    internal static readonly float[] Floats =
    [
        0f, -0f, 1f, -1f, 0.5f, -1.5f, 2.5f, 3.7f, -3.7f, 255.9f, 256f, 70000f, -70000f, 2147483520f, 2147483648f, -2147483648f, 4294967040f, 4294967296f,
        1e10f, -1e10f, 9.2233715e18f, 9.223372e18f, 1.8446743e19f, 1e30f, -1e30f, float.Epsilon, float.MaxValue, float.PositiveInfinity,
        float.NegativeInfinity, float.NaN,
    ];

    internal static T[] Left<T>(T[] values) => [.. values.SelectMany(value => values.Select(_ => value))];

    internal static T[] Right<T>(T[] values) => [.. values.SelectMany(_ => values)];
}
