namespace ILGPU.Tests.Algorithms;

/// <summary>The largest error of a float function over a sweep of all bit patterns, in units in the last place.</summary>
internal static class UlpSweep
{
    private const uint Step = 397;
    private const double SmallestSpacing = 1.401298464324817e-45;

    internal static (double Ulp, float At) LargestError(Func<float, float> function, Func<double, double> reference)
    {
        var worst = (Ulp: 0.0, At: 0f);
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Step)
            Consider(BitConverter.UInt32BitsToSingle((uint)bits), function, reference, ref worst);
        foreach (var x in Interesting())
            Consider(x, function, reference, ref worst);
        return worst;
    }

    internal static double Error(float actual, double expected)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual))
            return double.IsNaN(expected) == float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (Math.Abs(expected) > float.MaxValue && actual == (expected > 0 ? float.PositiveInfinity : float.NegativeInfinity))
            return 0;
        return Math.Abs(actual - expected) / SpacingAt(expected);
    }

    private static void Consider(float x, Func<float, float> function, Func<double, double> reference, ref (double Ulp, float At) worst)
    {
        var error = Error(function(x), reference(x));
        if (error > worst.Ulp)
            worst = (error, x);
    }

    private static double SpacingAt(double value)
    {
        var exponent = Math.Max(Math.ILogB(value), -126);
        return value == 0 ? SmallestSpacing : Math.Min(Math.ScaleB(1, exponent - 23), Math.ScaleB(1, 104));
    }

    private static IEnumerable<float> Interesting()
    {
        float[] anchors = [0f, -0f, 1f, -1f, 88.72284f, -87.33655f, -103.97208f, 89.41599f, 128f, -149f, -150f, 9.01f, float.Epsilon, float.MaxValue];
        foreach (var anchor in anchors)
        {
            var bits = BitConverter.SingleToInt32Bits(anchor);
            for (var i = -2000; i <= 2000; i++)
                yield return BitConverter.Int32BitsToSingle(bits + i);
        }

        yield return float.PositiveInfinity;
        yield return float.NegativeInfinity;
        yield return float.NaN;
    }
}
