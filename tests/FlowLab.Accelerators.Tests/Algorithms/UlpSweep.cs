namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>The largest error of a float function over a sweep of all bit patterns, in units in the last place.</summary>
internal static class UlpSweep
{
    private const uint Step = 4099;
    private const int Neighbors = 500;

    // Infinity as the number that comes after the largest float, so that a rounding there counts as one.
    private const double Infinity = 3.402823669209385e38;

    /// <summary>Where functions have limits, zeros, poles and changes of method; the neighborhood of each is swept bit by bit.</summary>
    private static readonly float[] Anchors =
    [
        0f, float.Epsilon, 1.17549435e-38f, 0.35f, 0.5f, 0.70710678f, 0.75f, 1f, 1.41421356f, 1.57079637f, 2f, 3.14159274f, 9.01f, 9.1f, 10f,
        87.33655f, 88.72284f, 89.41599f, 103.97208f, 126f, 128f, 149f, 150f, 32026.967f, 65536f, 8388608f, 1e22f, float.MaxValue,
        float.PositiveInfinity,
    ];

    internal static (double Ulp, float At) LargestError(Func<float, float> function, Func<double, double> reference)
    {
        var worst = (Ulp: 0.0, At: 0f);
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Step)
            Consider(BitConverter.UInt32BitsToSingle((uint)bits), function, reference, ref worst);
        foreach (var x in Interesting())
            Consider(x, function, reference, ref worst);
        return worst;
    }

    /// <summary>The error in units in the last place of the expected number; a zero of the wrong sign counts as wrong altogether.</summary>
    internal static double Error(float actual, double expected)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual))
            return double.IsNaN(expected) == float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (double.IsNegative(expected) != float.IsNegative(actual))
            return double.PositiveInfinity;
        var (found, wanted) = (Math.Abs((double)actual), Math.Abs(expected));
        if (wanted > float.MaxValue && double.IsInfinity(found))
            return 0;
        return Math.Abs(Math.Min(found, Infinity) - wanted) / SpacingAt(wanted);
    }

    internal static IEnumerable<float> Interesting()
    {
        foreach (var anchor in Anchors)
        {
            var bits = BitConverter.SingleToInt32Bits(anchor);
            for (var i = Math.Max(0, bits - Neighbors); i <= bits + Neighbors; i++)
            {
                yield return BitConverter.Int32BitsToSingle(i);
                yield return -BitConverter.Int32BitsToSingle(i);
            }
        }
    }

    private static void Consider(float x, Func<float, float> function, Func<double, double> reference, ref (double Ulp, float At) worst)
    {
        var error = Error(function(x), reference(x));
        if (error > worst.Ulp)
            worst = (error, x);
    }

    private static double SpacingAt(double value) => Math.ScaleB(1, (value == 0 ? -126 : Math.Clamp(Math.ILogB(value), -126, 127)) - 23);
}
