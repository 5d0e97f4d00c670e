namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>The largest error of a float function of two arguments over a grid of all exponents, and over random pairs.</summary>
internal static class PlaneSweep
{
    private const int RandomPairs = 1_000_000;

    internal static (double Ulp, float X, float Y) LargestError(Func<float, float, float> function, Func<double, double, double> reference)
    {
        var worst = (Ulp: 0.0, X: 0f, Y: 0f);
        var axis = Axis();
        foreach (var x in axis)
        {
            foreach (var y in axis)
                Consider(x, y, function, reference, ref worst);
        }

        var random = new System.Random(17);
        for (var i = 0; i < RandomPairs; i++)
        {
            Consider(AnyFloat(random), AnyFloat(random), function, reference, ref worst);
            Consider(random.NextSingle() * 8, (random.NextSingle() - 0.5f) * 100, function, reference, ref worst);
        }

        return worst;
    }

    internal static (double Ulp, float X, float Y) LargestErrorOfPowers(Func<float, float, float> pow)
    {
        var worst = (Ulp: 0.0, X: 0f, Y: 0f);
        var random = new System.Random(23);
        for (var i = 0; i < RandomPairs; i++)
        {
            var x = i % 2 == 0 ? MathF.Abs(AnyFloat(random)) : 0.5f + (1.5f * random.NextSingle());
            var y = (float)(((random.NextDouble() * 290) - 155) / Math.Log2(x));
            Consider(x, y, pow, Math.Pow, ref worst);
        }

        return worst;
    }

    /// <summary>Two numbers of every third binade of both signs, the limits of the range, and small integers and halves.</summary>
    private static float[] Axis()
    {
        var axis = new List<float> { 0f, float.Epsilon, 1e-40f, float.MaxValue, float.PositiveInfinity, float.NaN, 0.99999994f, 1.0000001f };
        for (var exponent = -126; exponent < 128; exponent += 3)
            axis.AddRange([MathF.ScaleB(1f, exponent), MathF.ScaleB(1.37f, exponent)]);
        for (var n = 1; n < 40; n++)
            axis.AddRange([n, n + 0.5f]);
        return [.. axis, .. axis.Select(value => -value)];
    }

    private static float AnyFloat(System.Random random) => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));

    private static void Consider(
        float x, float y, Func<float, float, float> function, Func<double, double, double> reference, ref (double Ulp, float X, float Y) worst)
    {
        var error = UlpSweep.Error(function(x, y), reference(x, y));
        if (error > worst.Ulp)
            worst = (error, x, y);
    }
}
