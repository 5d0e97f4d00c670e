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
        Case("Tanh", XMath.Tanh, Math.Tanh),
        Case("Sinh", XMath.Sinh, Math.Sinh),
        Case("Cosh", XMath.Cosh, Math.Cosh),
        Case("Sin", XMath.Sin, Math.Sin),
        Case("Cos", XMath.Cos, Math.Cos),
        Case("Tan", XMath.Tan, Math.Tan),
        Case("Asin", XMath.Asin, Math.Asin),
        Case("Acos", XMath.Acos, Math.Acos),
        Case("Atan", XMath.Atan, Math.Atan),
        Case("Sqrt", XMath.Sqrt, Math.Sqrt),
        Case("Rsqrt", XMath.Rsqrt, x => 1 / Math.Sqrt(x)),
        Case("Rcp", XMath.Rcp, x => 1 / x),
        Case("PowSquare", x => XMath.Pow(x, 2f), x => x * x),
        Case("PowBase", x => XMath.Pow(1.7f, x), x => Math.Pow(1.7f, x)),
    ];

    [TestCaseSource(nameof(Functions))]
    public void Error_is_small(Func<float, float> function, Func<double, double> reference)
    {
        var (ulp, at) = UlpSweep.LargestError(function, reference);
        TestContext.Out.WriteLine($"largest error {ulp:F3} ulp at {at:R}");
        Assert.That(ulp, Is.LessThanOrEqualTo(AllowedUlp), $"at {at:R}: {function(at):R}, expected {reference(at):R}");
    }

    private static TestCaseData Case(string name, Func<float, float> function, Func<double, double> reference) =>
        new TestCaseData(function, reference).SetName($"{name}_is_accurate");
}
