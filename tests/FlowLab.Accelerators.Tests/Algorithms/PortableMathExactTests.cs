using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>Functions whose results are exact give the framework's bits.</summary>
public class PortableMathExactTests
{
    private static readonly float[] Values = [.. UlpSweep.Interesting().Where((_, i) => i % 97 == 0), .. Random(2000), .. Halves()];

    private static readonly MidpointRounding[] Modes = Enum.GetValues<MidpointRounding>();

    [Test]
    public void The_long_division_is_the_operator() => Compare(PortableMath.LongDivisionRemainder, (x, y) => x % y);

    [Test]
    public void The_remainder_to_the_nearest_multiple() => Compare(PortableMath.IEEERemainder, Nearest);

    [Test]
    public void The_long_division_of_doubles_is_the_operator() => CompareDoubles(PortableMath.LongDivisionRemainder, (x, y) => x % y);

    [Test]
    public void The_remainder_of_doubles_to_the_nearest_multiple() =>
        Compare((x, y) => (float)PortableMath.IEEERemainder((double)x, y), Nearest);

    [Test]
    public void Rounding_to_digits()
    {
        foreach (var value in Values)
        {
            for (var digits = 0; digits <= 6; digits++)
            {
                AssertSame(PortableMath.Round(value, digits), MathF.Round(value, digits), $"Round({value:R}, {digits})");
                foreach (var mode in Modes)
                    AssertSame(PortableMath.Round(value, digits, mode), MathF.Round(value, digits, mode), $"Round({value:R}, {digits}, {mode})");
            }
        }
    }

    [Test]
    public void Rounding_by_mode()
    {
        foreach (var value in Values)
        {
            foreach (var mode in Modes)
                AssertSame(PortableMath.Round(value, mode), MathF.Round(value, mode), $"Round({value:R}, {mode})");
            AssertSame(PortableMath.RoundAwayFromZero(value), MathF.Round(value, MidpointRounding.AwayFromZero), $"RoundAwayFromZero({value:R})");
            Assert.That(PortableMath.RoundAwayFromZero((double)value), Is.EqualTo(Math.Round((double)value, MidpointRounding.AwayFromZero)));
        }
    }

    [Test]
    public void SinCos_has_the_bits_of_both()
    {
        foreach (var value in Values)
        {
            PortableMath.SinCos(value, out var sin, out var cos);
            AssertSame(sin, PortableMath.Sin(value), $"sine of {value:R}");
            AssertSame(cos, PortableMath.Cos(value), $"cosine of {value:R}");
        }
    }

    [Test]
    public void Powers_of_small_integers_are_exact()
    {
        for (var x = 2; x < 4096; x++)
        {
            var power = 1.0;
            for (var n = 0; power <= 1 << 24; n++, power *= x)
                Assert.That(PortableMath.Pow(x, n), Is.EqualTo((float)power), $"{x}^{n}");
        }
    }

    /// <summary>x minus the nearest multiple of y, the even one of two, in doubles, where every step is exact.</summary>
    private static float Nearest(float x, float y)
    {
        var divisor = Math.Abs((double)y);
        var rest = Math.Abs((double)x) % (2 * divisor);
        var nearest = rest <= 0.5 * divisor ? rest : rest < 1.5 * divisor ? rest - divisor : rest - (2 * divisor);
        return float.IsNaN(x) || double.IsNaN(rest) ? float.NaN : (float)(float.IsNegative(x) ? -nearest : nearest);
    }

    private static void Compare(Func<float, float, float> actual, Func<float, float, float> expected)
    {
        foreach (var x in Values)
        {
            for (var i = 0; i < Values.Length; i += 7)
                AssertSame(actual(x, Values[i]), expected(x, Values[i]), $"of {x:R} and {Values[i]:R}");
        }
    }

    private static void CompareDoubles(Func<double, double, double> actual, Func<double, double, double> expected)
    {
        var random = new System.Random(37);
        for (var i = 0; i < 20000; i++)
        {
            var (x, y) = (AnyDouble(random), i % 3 == 0 ? random.Next(1, 1000) : AnyDouble(random));
            var (found, wanted) = (actual(x, y), expected(x, y));
            if (BitConverter.DoubleToInt64Bits(found) != BitConverter.DoubleToInt64Bits(wanted) && !(double.IsNaN(found) && double.IsNaN(wanted)))
                Assert.Fail($"of {x:R} and {y:R}: {found:R}, expected {wanted:R}");
        }
    }

    private static double AnyDouble(System.Random random) => random.Next(20) switch
    {
        0 => 0.0,
        1 => double.Epsilon * random.Next(1000),
        2 => double.PositiveInfinity,
        3 => -double.NaN,
        _ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
    };

    private static void AssertSame(float actual, float expected, string what)
    {
        var isSame = BitConverter.SingleToInt32Bits(actual) == BitConverter.SingleToInt32Bits(expected) || (float.IsNaN(actual) && float.IsNaN(expected));
        if (!isSame)
            Assert.Fail($"{what}: {actual:R}, expected {expected:R}");
    }

    private static IEnumerable<float> Random(int count)
    {
        var random = new System.Random(31);
        for (var i = 0; i < count; i++)
            yield return BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
    }

    private static IEnumerable<float> Halves() => Enumerable.Range(-50, 100).SelectMany(n => new[] { n * 0.5f, n * 0.05f, n * 1e-3f });
}
