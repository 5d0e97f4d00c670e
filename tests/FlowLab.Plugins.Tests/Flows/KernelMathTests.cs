using FlowLab.Kernels;

namespace FlowLab.Plugins.Tests.Flows;

[TestFixture]
internal sealed class KernelMathTests
{
    private const double MostUlps = 4;

    [Test]
    public void Log1P_is_accurate_from_0_to_1()
    {
        for (int i = 0; i <= 100000; i++)
            AssertUlps(KernelMath.Log1P(i / 100000f), Log1P(i / 100000f), i / 100000f);
        for (float x = 1f; x > 1e-37f; x *= 0.7f)
            AssertUlps(KernelMath.Log1P(x), Log1P(x), x);
    }

    [Test]
    public void Softplus_is_accurate_and_positive()
    {
        for (int i = -8500; i <= 9000; i++)
        {
            float x = i / 100f;
            AssertUlps(KernelMath.Softplus(x), Math.Max((double)x, 0) + Log1P(Math.Exp(-Math.Abs((double)x))), x);
        }
        Assert.That(KernelMath.Softplus(1e30f), Is.EqualTo(1e30f));
        Assert.That(KernelMath.Softplus(-1e30f), Is.Zero);
    }

    [Test]
    public void Sigmoid_is_accurate_and_bounded()
    {
        for (int i = -8500; i <= 9000; i++)
        {
            float x = i / 100f;
            AssertUlps(KernelMath.Sigmoid(x), 1 / (1 + Math.Exp(-(double)x)), x);
        }
        Assert.That(KernelMath.Sigmoid(1e30f), Is.EqualTo(1));
        Assert.That(KernelMath.Sigmoid(-1e30f), Is.Zero);
    }

    /// <summary>ln(1 + x) in double precision (Kahan): the error of 1 + x cancels in the quotient.</summary>
    private static double Log1P(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    private static void AssertUlps(float actual, double expected, float x)
    {
        float rounded = (float)expected;
        double ulp = MathF.BitIncrement(rounded) - (double)rounded;
        Assert.That(Math.Abs(actual - expected) / ulp, Is.LessThanOrEqualTo(MostUlps), $"at {x:R}: {actual:R} instead of {expected:R}");
    }
}
