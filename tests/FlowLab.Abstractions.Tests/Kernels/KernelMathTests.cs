using FlowLab.Kernels;

namespace FlowLab.Abstractions.Tests.Kernels;

[TestFixture]
public sealed class KernelMathTests
{
    private const double Tolerance = 5e-7;

    [Test]
    public void Log1P_keeps_its_relative_precision_down_to_the_smallest_values()
    {
        for (double value = 1; value > 1e-37; value *= 0.93)
        {
            double x = (float)value;
            double expected = x < 1e-5 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);
            Assert.That(KernelMath.Log1P((float)x), Is.EqualTo(expected).Within(Tolerance * expected), $"{x}");
        }

        Assert.That(KernelMath.Log1P(0), Is.Zero);
    }

    [Test]
    public void Softplus_and_sigmoid_keep_their_relative_precision_in_both_tails()
    {
        for (float x = -80; x < 80; x += 0.37f)
        {
            double e = Math.Exp(-Math.Abs((double)x));
            double logOfSum = e < 1e-5 ? e - e * e / 2 : Math.Log(1 + e);
            double softplus = Math.Max(x, 0.0) + logOfSum;
            double sigmoid = (x < 0 ? e : 1) / (1 + e);
            Assert.That(KernelMath.Softplus(x), Is.EqualTo(softplus).Within(Tolerance * softplus), $"{x}");
            Assert.That(KernelMath.Sigmoid(x), Is.EqualTo(sigmoid).Within(Tolerance * sigmoid), $"{x}");
        }
    }

    [TestCase(-1e30f, 0, 0)]
    [TestCase(1e30f, 1e30f, 1)]
    [TestCase(float.NegativeInfinity, 0, 0)]
    public void The_far_tails_do_not_overflow(float x, float softplus, float sigmoid)
    {
        Assert.That(KernelMath.Softplus(x), Is.EqualTo(softplus));
        Assert.That(KernelMath.Sigmoid(x), Is.EqualTo(sigmoid));
    }
}
