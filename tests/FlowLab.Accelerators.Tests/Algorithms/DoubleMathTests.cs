using FlowLab.Accelerators.Maths;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>The bodies of functions of doubles are within 4 units in the last place of the framework's results.</summary>
public class DoubleMathTests
{
    private const long AllowedUlp = 4;
    private const int Samples = 150_000;

    private static readonly TestCaseData[] Functions =
    [
        Case("Exp", DoubleMath.Exp, Math.Exp),
        Case("Exp2", DoubleMath.Exp2, x => Math.Pow(2, x)),
        Case("Log", DoubleMath.Log, Math.Log),
        Case("Log2", DoubleMath.Log2, Math.Log2),
        Case("Log10", DoubleMath.Log10, Math.Log10),
        Case("Sin", DoubleMath.Sin, Math.Sin),
        Case("Cos", DoubleMath.Cos, Math.Cos),
        Case("Tan", DoubleMath.Tan, Math.Tan),
        Case("Asin", DoubleMath.Asin, Math.Asin),
        Case("Acos", DoubleMath.Acos, Math.Acos),
        Case("Atan", DoubleMath.Atan, Math.Atan),
        Case("Sinh", DoubleMath.Sinh, Math.Sinh),
        Case("Cosh", DoubleMath.Cosh, Math.Cosh),
        Case("Tanh", DoubleMath.Tanh, Math.Tanh),
        Case("Cbrt", DoubleMath.Cbrt, Math.Cbrt),
    ];

    private static readonly double[] Special =
    [
        0.0, -0.0, 1, -1, 0.5, 0.70710678118654757, 1.4142135623730951, 2, 3, 22, 67108863.99999999, 67108864, 1e15, 1e22,
        double.Epsilon, 1e-310, 2.2250738585072014e-308, 709.782712893384, 709.7827128933841, -708.3964185322641, -745.1332191019411, -745.2, 1024, -1074, -1075.5,
        double.MaxValue, double.PositiveInfinity, double.NaN,
    ];

    [TestCaseSource(nameof(Functions))]
    public void Error_is_small(Func<double, double> function, Func<double, double> reference)
    {
        var worst = (Ulp: 0L, At: 0.0);
        foreach (var x in Values())
        {
            var ulp = UlpsBetween(function(x), reference(x));
            worst = ulp > worst.Ulp ? (ulp, x) : worst;
        }

        TestContext.Out.WriteLine($"largest difference {worst.Ulp} ulp at {worst.At:R}");
        Assert.That(worst.Ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {worst.At:R}: {function(worst.At):R}, the framework gives {reference(worst.At):R}");
    }

    /// <summary>The double that comes nearest to a multiple of pi/2, whose cosine is known from W. Kahan; libraries are some ulp off.</summary>
    [Test]
    public void The_hardest_angle_is_right()
    {
        var angle = Math.ScaleB(6381956970095103.0, 797);
        Assert.That(DoubleMath.Cos(angle), Is.EqualTo(-4.68716592425462761112e-19).Within(1).Ulps);
        Assert.That(DoubleMath.Sin(angle), Is.EqualTo(1.0));
        Assert.That(DoubleMath.Tan(angle), Is.EqualTo(1 / -4.68716592425462761112e-19).Within(2).Ulps);
    }

    [Test]
    public void Powers_are_accurate()
    {
        var random = new System.Random(3);
        var pairs = Special.SelectMany(x => Special.Concat(Special.Select(y => -y)).Select(y => (x, y)))
            .Concat(Enumerable.Range(0, Samples).Select(_ => NearLimit(random)));
        CheckPairs(pairs, DoubleMath.Pow, Math.Pow);
    }

    [Test]
    public void Angles_of_points_are_accurate()
    {
        var random = new System.Random(4);
        var pairs = Special.SelectMany(x => Special.Concat(Special.Select(y => -y)).Select(y => (x, y)))
            .Concat(Enumerable.Range(0, Samples).Select(_ => (random.NextDouble() - 0.5, (random.NextDouble() - 0.5) * 4)));
        CheckPairs(pairs, DoubleMath.Atan2, Math.Atan2);
    }

    private static void CheckPairs(IEnumerable<(double X, double Y)> pairs, Func<double, double, double> function, Func<double, double, double> reference)
    {
        var worst = (Ulp: 0L, X: 0.0, Y: 0.0);
        foreach (var (x, y) in pairs)
        {
            var ulp = UlpsBetween(function(x, y), reference(x, y));
            worst = ulp > worst.Ulp ? (ulp, x, y) : worst;
        }

        TestContext.Out.WriteLine($"largest difference {worst.Ulp} ulp at {worst.X:R}, {worst.Y:R}");
        Assert.That(worst.Ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {worst.X:R}, {worst.Y:R}: {function(worst.X, worst.Y):R}, the framework gives {reference(worst.X, worst.Y):R}");
    }

    /// <summary>Any base, and an exponent whose result is near no limit or near one.</summary>
    private static (double X, double Y) NearLimit(System.Random random)
    {
        var x = random.Next(2) == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0000000000000)) : 0.5 + (1.5 * random.NextDouble());
        return (x, ((random.NextDouble() * 2100) - 1075) / Math.Log2(x));
    }

    private static IEnumerable<double> Values()
    {
        var random = new System.Random(5);
        for (var i = 0; i < Samples; i++)
        {
            yield return BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            yield return (random.NextDouble() - 0.5) * 4;
            yield return (random.NextDouble() - 0.5) * 1500;
        }

        foreach (var anchor in Special)
        {
            for (var i = -50; i <= 50; i++)
            {
                var near = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(anchor) + i);
                yield return near;
                yield return -near;
            }
        }
    }

    /// <summary>How many doubles apart; infinity follows the largest, and signs of zeros count.</summary>
    private static long UlpsBetween(double actual, double expected)
    {
        if (double.IsNaN(actual) || double.IsNaN(expected))
            return double.IsNaN(actual) == double.IsNaN(expected) ? 0 : long.MaxValue;
        return double.IsNegative(actual) == double.IsNegative(expected)
            ? Math.Abs(BitConverter.DoubleToInt64Bits(actual) - BitConverter.DoubleToInt64Bits(expected))
            : long.MaxValue;
    }

    private static TestCaseData Case(string name, Func<double, double> function, Func<double, double> reference) =>
        new TestCaseData(function, reference).SetName($"{name}_of_doubles_is_accurate");
}
