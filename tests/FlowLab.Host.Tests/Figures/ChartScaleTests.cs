using FlowLab.Host.Figures;

namespace FlowLab.Host.Tests.Figures;

[TestFixture]
public sealed class ChartScaleTests
{
    private const int LongestLabel = 8;

    [TestCase(0.25, "0.25")]
    [TestCase(9000, "9000")]
    [TestCase(50_000, "50k")]
    [TestCase(1e6, "1e6")]
    [TestCase(1.5e9, "1.5e9")]
    [TestCase(2.5e11, "2.5e11")]
    [TestCase(-5e7, "-5e7")]
    [TestCase(0.0002, "2e-4")]
    public void Labels_fit_beside_their_axis(double tick, string label) => Assert.That(TickText.Label(tick), Is.EqualTo(label));

    /// <summary>From one end of the doubles to the other, near zero and far from it.</summary>
    [TestCase(0, 1)]
    [TestCase(-0.3, 0.7)]
    [TestCase(9.9e8, 1.6e9)]
    [TestCase(1e6, 1e6 + 1e-3)]
    [TestCase(1234567890.0, 1234567891.0)]
    [TestCase(-87.523411, -87.523409)]
    [TestCase(1e-12, 3e-12)]
    [TestCase(2e-300, 9e-300)]
    [TestCase(-1e300, 1e300)]
    [TestCase(-1.7e308, 1.7e308)]
    [TestCase(5, 5)]
    [TestCase(1e12, 1e12 + 1e-3)]
    public void Ticks_are_a_few_distinct_short_and_where_they_say(double low, double high)
    {
        ChartScale scale = ChartScale.ForValues([low, high], [low, high]);
        TickText text = TickText.Of(scale.Ticks);

        Assert.That(scale.Ticks, Has.Count.InRange(2, 12).And.Unique.And.Ordered);
        Assert.That(scale.Ticks.Select(scale.Fraction), Is.All.InRange(0, 1));
        Assert.That(text.Labels, Is.Unique);
        Assert.That(text.Labels.Select(label => label.Length), Is.All.LessThanOrEqualTo(LongestLabel), string.Join(" ", text.Labels));
        for (int tick = 0; tick < scale.Ticks.Count; tick++)
            Assert.That(text.Offset + Parse(text.Labels[tick]), Is.EqualTo(scale.Ticks[tick]).Within(1e-4 * (scale.Ticks[1] - scale.Ticks[0]) + 1e-15 * Math.Abs(scale.Ticks[tick])));
    }

    [TestCase(1e-9, 1e9)]
    [TestCase(0.02, 0.7)]
    [TestCase(3, 1e200)]
    public void Values_over_decades_are_logarithmic(double low, double high)
    {
        ChartScale scale = ChartScale.ForValues([low, high], [low, high]);

        Assert.That(scale.IsLogarithmic);
        Assert.That(scale.Ticks, Has.Count.InRange(2, 12));
        Assert.That(scale.Fraction(Math.Sqrt(low) * Math.Sqrt(high)), Is.EqualTo(0.5).Within(1e-9));
    }

    [Test]
    public void What_all_labels_have_in_common_is_said_once()
    {
        TickText text = TickText.Of([1_000_000.25, 1_000_000.5]);

        Assert.That(text.Labels, Is.EqualTo(new[] { "0", "0.25" }));
        Assert.That(text.Named("F [nats]"), Is.EqualTo("F [nats] + 1000000.25"));
    }

    private static double Parse(string label)
    {
        double unit = label.EndsWith('k') ? 1000 : 1;
        return unit * double.Parse(label.TrimEnd('k'), System.Globalization.CultureInfo.InvariantCulture);
    }
}
