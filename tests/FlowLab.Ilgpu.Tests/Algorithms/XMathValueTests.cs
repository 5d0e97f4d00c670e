using ILGPU.Algorithms;

namespace ILGPU.Tests.Algorithms;

public class XMathValueTests
{
    [Test]
    public void Limits_of_exp_and_log()
    {
        Assert.That(XMath.Exp(float.NegativeInfinity), Is.Zero);
        Assert.That(XMath.Exp(float.PositiveInfinity), Is.EqualTo(float.PositiveInfinity));
        Assert.That(XMath.Exp(0f), Is.EqualTo(1f));
        Assert.That(XMath.Log(0f), Is.EqualTo(float.NegativeInfinity));
        Assert.That(XMath.Log(1f), Is.Zero);
        Assert.That(XMath.Log(-1f), Is.NaN);
        Assert.That(XMath.Log(float.NaN), Is.NaN);
        Assert.That(XMath.Log(8f, 2f), Is.EqualTo(3f));
    }

    [Test]
    public void Tanh_keeps_the_sign_of_zero_and_saturates()
    {
        Assert.That(float.IsNegative(XMath.Tanh(-0f)));
        Assert.That(XMath.Tanh(1e30f), Is.EqualTo(1f));
        Assert.That(XMath.Tanh(float.NegativeInfinity), Is.EqualTo(-1f));
        Assert.That(XMath.Tanh(float.Epsilon), Is.EqualTo(float.Epsilon));
        Assert.That(XMath.Tanh(float.NaN), Is.NaN);
    }

    [Test]
    public void SinCos_gives_both()
    {
        XMath.SinCos(0.5f, out var sin, out var cos);
        Assert.That((sin, cos), Is.EqualTo((MathF.Sin(0.5f), MathF.Cos(0.5f))));
        XMath.SinCos(0.5, out var sinD, out var cosD);
        Assert.That((sinD, cosD), Is.EqualTo(Math.SinCos(0.5)));
    }

    [TestCase(-3, 0, 0)]
    [TestCase(3, 0, 3)]
    [TestCase(30, 0, 10)]
    public void Clamp_min_max_agree_for_all_types(int value, int min, int expected)
    {
        Assert.That(XMath.Clamp(value, min, 10), Is.EqualTo(expected));
        Assert.That(XMath.Clamp((float)value, min, 10f), Is.EqualTo(expected));
        Assert.That(XMath.Clamp((double)value, min, 10d), Is.EqualTo(expected));
        Assert.That(XMath.Clamp((sbyte)value, (sbyte)min, (sbyte)10), Is.EqualTo(expected));
        Assert.That(XMath.Min(value, 10L), Is.EqualTo(Math.Min(value, 10)));
        Assert.That(XMath.Max((short)value, (short)0), Is.EqualTo(Math.Max(value, 0)));
    }

    [Test]
    public void Bits_are_counted()
    {
        Assert.That(XMath.PopCount(0xF0), Is.EqualTo(4));
        Assert.That(XMath.PopCount(-1L), Is.EqualTo(64));
        Assert.That(XMath.LeadingZeroCount(1u), Is.EqualTo(31));
        Assert.That(XMath.TrailingZeroCount(8UL), Is.EqualTo(3));
    }

    [Test]
    public void Quotients_round_as_named()
    {
        Assert.That(XMath.DivRoundUp(7, 4), Is.EqualTo(2));
        Assert.That(XMath.DivRoundDown(7L, 4L), Is.EqualTo(1L));
        Assert.That(XMath.RoundAwayFromZero(2.5f), Is.EqualTo(3f));
        Assert.That(XMath.RoundToEven(2.5), Is.EqualTo(2.0));
        Assert.That(XMath.Round(2.345, 2, MidpointRounding.AwayFromZero), Is.EqualTo(2.35).Within(1e-12));
        Assert.That(XMath.Rem(7.5f, 2f), Is.EqualTo(1.5f));
    }

    [Test]
    public void Signs_and_angles()
    {
        Assert.That(XMath.Sign(-2f), Is.EqualTo(-1));
        Assert.That(XMath.Sign(0.0), Is.Zero);
        Assert.That(XMath.DegToRad(180f), Is.EqualTo(MathF.PI).Within(1e-6f));
        Assert.That(XMath.RadToDeg(XMath.PIHalfD), Is.EqualTo(90).Within(1e-12));
        Assert.That(XMath.IsFinite(float.PositiveInfinity), Is.False);
        Assert.That(XMath.Abs(-3), Is.EqualTo(3));
    }

    [Test]
    public void Interop_shows_bits_and_sizes()
    {
        Assert.That(Interop.FloatAsInt(1f), Is.EqualTo(0x3F800000u));
        Assert.That(Interop.IntAsFloat(0x4000000000000000ul), Is.EqualTo(2.0));
        Assert.That(Interop.SizeOf<Index3D>(), Is.EqualTo(12));
        Assert.That(Interop.ComputeRelativeSizeOf<double, float>(3), Is.EqualTo(2));
    }
}
