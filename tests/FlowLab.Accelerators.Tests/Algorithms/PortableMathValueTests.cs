using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Algorithms;

public class PortableMathValueTests
{
    [Test]
    public void Limits_of_exp_and_log()
    {
        Assert.That(PortableMath.Exp(float.NegativeInfinity), Is.Zero);
        Assert.That(PortableMath.Exp(float.PositiveInfinity), Is.EqualTo(float.PositiveInfinity));
        Assert.That(PortableMath.Exp(0f), Is.EqualTo(1f));
        Assert.That(PortableMath.Log(0f), Is.EqualTo(float.NegativeInfinity));
        Assert.That(PortableMath.Log(1f), Is.Zero);
        Assert.That(PortableMath.Log(-1f), Is.NaN);
        Assert.That(PortableMath.Log(float.NaN), Is.NaN);
        Assert.That(PortableMath.Log(8f, 2f), Is.EqualTo(3f));
    }

    [Test]
    public void Tanh_keeps_the_sign_of_zero_and_saturates()
    {
        Assert.That(float.IsNegative(PortableMath.Tanh(-0f)));
        Assert.That(PortableMath.Tanh(1e30f), Is.EqualTo(1f));
        Assert.That(PortableMath.Tanh(float.NegativeInfinity), Is.EqualTo(-1f));
        Assert.That(PortableMath.Tanh(float.Epsilon), Is.EqualTo(float.Epsilon));
        Assert.That(PortableMath.Tanh(float.NaN), Is.NaN);
    }

    [Test]
    public void SinCos_gives_both()
    {
        PortableMath.SinCos(0.5f, out var sin, out var cos);
        Assert.That((sin, cos), Is.EqualTo((MathF.Sin(0.5f), MathF.Cos(0.5f))));
        PortableMath.SinCos(0.5, out var sinD, out var cosD);
        Assert.That((sinD, cosD), Is.EqualTo(Math.SinCos(0.5)));
    }

    [Test]
    public void Quotients_round_as_named()
    {
        Assert.That(PortableMath.RoundAwayFromZero(2.5f), Is.EqualTo(3f));
        Assert.That(PortableMath.RoundToEven(2.5), Is.EqualTo(2.0));
        Assert.That(PortableMath.Round(2.345, 2, MidpointRounding.AwayFromZero), Is.EqualTo(2.35).Within(1e-12));
        Assert.That(PortableMath.Rem(7.5f, 2f), Is.EqualTo(1.5f));
    }

    [Test]
    public void Signs_and_angles()
    {
        Assert.That(PortableMath.Sign(-2f), Is.EqualTo(-1));
        Assert.That(PortableMath.Sign(0.0), Is.Zero);
        Assert.That(PortableMath.DegToRad(180f), Is.EqualTo(MathF.PI).Within(1e-6f));
        Assert.That(PortableMath.RadToDeg(PortableMath.PIHalfD), Is.EqualTo(90).Within(1e-12));
        Assert.That(PortableMath.IsFinite(float.PositiveInfinity), Is.False);
    }
}
