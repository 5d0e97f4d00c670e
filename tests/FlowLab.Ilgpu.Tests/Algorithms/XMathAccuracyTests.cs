using ILGPU.Algorithms;

namespace ILGPU.Tests.Algorithms;

/// <summary>Float functions are within 4 units in the last place of the double result, over the whole bit space.</summary>
public class XMathAccuracyTests
{
    private const double AllowedUlp = 4;

    private static readonly TestCaseData[] Functions =
    [
        Case("Exp", XMath.Exp, Math.Exp),
        Case("Exp2", XMath.Exp2, x => Math.Pow(2, x)),
        Case("Log", XMath.Log, Math.Log),
        Case("Log2", XMath.Log2, Math.Log2),
        Case("Log10", XMath.Log10, Math.Log10),
        Case("LogOfBase3", x => XMath.Log(x, 3f), x => Math.Log(x, 3)),
        Case("Tanh", XMath.Tanh, Math.Tanh),
        Case("Sinh", XMath.Sinh, Math.Sinh),
        Case("Cosh", XMath.Cosh, Math.Cosh),
        Case("Sin", XMath.Sin, Math.Sin),
        Case("Cos", XMath.Cos, Math.Cos),
        Case("Tan", XMath.Tan, Math.Tan),
        Case("Asin", XMath.Asin, Math.Asin),
        Case("Acos", XMath.Acos, Math.Acos),
        Case("Atan", XMath.Atan, Math.Atan),
        Case("Cbrt", XMath.Cbrt, Math.Cbrt),
        Case("Sqrt", XMath.Sqrt, Math.Sqrt),
        Case("Rsqrt", XMath.Rsqrt, x => 1 / Math.Sqrt(x)),
        Case("Rcp", XMath.Rcp, x => 1 / x),
        Case("PowSquare", x => XMath.Pow(x, 2f), x => x * x),
        Case("PowBase", x => XMath.Pow(1.7f, x), x => Math.Pow(1.7f, x)),
        Case("PowOfExponent", x => XMath.Pow(x, -1.3f), x => Math.Pow(x, -1.3f)),
    ];

    private static readonly TestCaseData[] FunctionsOfTwo =
    [
        CaseOfTwo("Pow", XMath.Pow, Math.Pow),
        CaseOfTwo("Atan2", XMath.Atan2, Math.Atan2),
        CaseOfTwo("Log", XMath.Log, Math.Log),
    ];

    [TestCaseSource(nameof(Functions))]
    public void Error_is_small(Func<float, float> function, Func<double, double> reference)
    {
        var (ulp, at) = UlpSweep.LargestError(function, reference);
        TestContext.Out.WriteLine($"largest error {ulp:F3} ulp at {at:R}");
        Assert.That(ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {at:R}: {function(at):R}, expected {reference(at):R}");
    }

    [TestCaseSource(nameof(FunctionsOfTwo))]
    public void Error_is_small_in_the_plane(Func<float, float, float> function, Func<double, double, double> reference)
    {
        var (ulp, x, y) = PlaneSweep.LargestError(function, reference);
        TestContext.Out.WriteLine($"largest error {ulp:F3} ulp at {x:R}, {y:R}");
        Assert.That(ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {x:R}, {y:R}: {function(x, y):R}, expected {reference(x, y):R}");
    }

    /// <summary>Powers whose logarithm is near a limit of the exponent, where its last digits count most.</summary>
    [Test]
    public void Powers_near_the_limits_are_accurate()
    {
        var (ulp, x, y) = PlaneSweep.LargestErrorOfPowers(XMath.Pow);
        TestContext.Out.WriteLine($"largest error {ulp:F3} ulp at {x:R}, {y:R}");
        Assert.That(ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {x:R}, {y:R}: {XMath.Pow(x, y):R}, expected {Math.Pow(x, y):R}");
    }

    private static TestCaseData Case(string name, Func<float, float> function, Func<double, double> reference) =>
        new TestCaseData(function, reference).SetName($"{name}_is_accurate");

    private static TestCaseData CaseOfTwo(string name, Func<float, float, float> function, Func<double, double, double> reference) =>
        new TestCaseData(function, reference).SetName($"{name}_of_two_is_accurate");
}
