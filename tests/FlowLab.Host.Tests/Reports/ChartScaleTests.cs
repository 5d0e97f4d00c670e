using FlowLab.Host.Reports;

namespace FlowLab.Host.Tests.Reports;

[TestFixture]
public sealed class ChartScaleTests
{
    [TestCase(0.25, "0.25")]
    [TestCase(9000, "9000")]
    [TestCase(50_000, "50k")]
    [TestCase(1e6, "1e6")]
    [TestCase(1.5e9, "1.5e9")]
    [TestCase(2.5e11, "2.5e11")]
    [TestCase(-5e7, "-5e7")]
    [TestCase(0.0002, "2e-4")]
    public void Labels_fit_beside_their_axis(double tick, string label) => Assert.That(ChartScale.Label(tick), Is.EqualTo(label));
}
