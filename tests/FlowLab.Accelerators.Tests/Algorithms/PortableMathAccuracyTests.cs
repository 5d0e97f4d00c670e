using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>Float functions are within 4 units in the last place of the double result, over the whole bit space.</summary>
public class PortableMathAccuracyTests
{
    private const double AllowedUlp = 4;

    private static readonly TestCaseData[] Functions =
    [
        Case("Exp", PortableMath.Exp, Math.Exp),
        Case("Exp2", PortableMath.Exp2, x => Math.Pow(2, x)),
        Case("Log", PortableMath.Log, Math.Log),
        Case("Log2", PortableMath.Log2, Math.Log2),
        Case("Log10", PortableMath.Log10, Math.Log10),
        Case("LogOfBase3", x => PortableMath.Log(x, 3f), x => Math.Log(x, 3)),
        Case("Tanh", PortableMath.Tanh, Math.Tanh),
        Case("Sinh", PortableMath.Sinh, Math.Sinh),
        Case("Cosh", PortableMath.Cosh, Math.Cosh),
        Case("Sin", PortableMath.Sin, Math.Sin),
        Case("Cos", PortableMath.Cos, Math.Cos),
        Case("Tan", PortableMath.Tan, Math.Tan),
        Case("Asin", PortableMath.Asin, Math.Asin),
        Case("Acos", PortableMath.Acos, Math.Acos),
        Case("Atan", PortableMath.Atan, Math.Atan),
        Case("Cbrt", PortableMath.Cbrt, Math.Cbrt),
        Case("Sqrt", PortableMath.Sqrt, Math.Sqrt),
        Case("Rsqrt", PortableMath.Rsqrt, x => 1 / Math.Sqrt(x)),
        Case("Rcp", PortableMath.Rcp, x => 1 / x),
        Case("PowSquare", x => PortableMath.Pow(x, 2f), x => x * x),
        Case("PowBase", x => PortableMath.Pow(1.7f, x), x => Math.Pow(1.7f, x)),
        Case("PowOfExponent", x => PortableMath.Pow(x, -1.3f), x => Math.Pow(x, -1.3f)),
    ];

    private static readonly TestCaseData[] FunctionsOfTwo =
    [
        CaseOfTwo("Pow", PortableMath.Pow, Math.Pow),
        CaseOfTwo("Atan2", PortableMath.Atan2, Math.Atan2),
        CaseOfTwo("Log", PortableMath.Log, Math.Log),
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
        var (ulp, x, y) = PlaneSweep.LargestErrorOfPowers(PortableMath.Pow);
        TestContext.Out.WriteLine($"largest error {ulp:F3} ulp at {x:R}, {y:R}");
        Assert.That(ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {x:R}, {y:R}: {PortableMath.Pow(x, y):R}, expected {Math.Pow(x, y):R}");
    }

    private static TestCaseData Case(string name, Func<float, float> function, Func<double, double> reference) =>
        new TestCaseData(function, reference).SetName($"{name}_is_accurate");

    private static TestCaseData CaseOfTwo(string name, Func<float, float, float> function, Func<double, double, double> reference) =>
        new TestCaseData(function, reference).SetName($"{name}_of_two_is_accurate");
}
