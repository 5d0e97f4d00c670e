using FlowLab.Engine.Cells;

namespace FlowLab.Engine.Tests.Objectives;

public sealed class AnnealingTests
{
    [TestCase(0, 0.01)]
    [TestCase(5000, 0.51)]
    [TestCase(9900, 1.0)]
    [TestCase(1_000_000, 1.0)]
    public void The_paper_s_schedule_is_min_of_1_and_0_01_plus_t_over_10000(long update, double expected)
    {
        AnnealingSettings annealing = new() { Start = 0.01, Updates = 10_000 };
        Assert.That(annealing.Beta(update), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void The_default_does_not_anneal() => Assert.That(new AnnealingSettings().Beta(0), Is.EqualTo(1));
}
