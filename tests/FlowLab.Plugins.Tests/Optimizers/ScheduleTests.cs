using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers.Schedules;

namespace FlowLab.Plugins.Tests.Optimizers;

[TestFixture]
public sealed class ScheduleTests
{
    private const double Rounding = 1e-12;

    [Test]
    public void Constant_stays_at_one()
    {
        var schedule = new ConstantSchedule(new ConstantScheduleSettings());
        Assert.That(schedule.Factor(0, 100), Is.EqualTo(1));
        Assert.That(schedule.Factor(99, 100), Is.EqualTo(1));
    }

    [TestCase(0, 0, 1)]
    [TestCase(0, 25, 0.85355339059327379)]
    [TestCase(0, 50, 0.5)]
    [TestCase(0, 100, 0)]
    [TestCase(0.2, 0, 1)]
    [TestCase(0.2, 50, 0.6)]
    [TestCase(0.2, 100, 0.2)]
    public void Cosine_falls_along_half_a_cosine(double final, long update, double factor)
    {
        var schedule = new CosineSchedule(new CosineScheduleSettings { Final = final });
        Assert.That(schedule.Factor(update, 100), Is.EqualTo(factor).Within(Rounding));
    }

    [TestCase(0, 1)]
    [TestCase(9, 1)]
    [TestCase(10, 0.5)]
    [TestCase(29, 0.25)]
    [TestCase(30, 0.125)]
    public void Step_falls_at_regular_distances(long update, double factor)
    {
        var schedule = new StepSchedule(new StepScheduleSettings { Factor = 0.5, Every = 10 });
        Assert.That(schedule.Factor(update, 100), Is.EqualTo(factor).Within(Rounding));
    }

    [TestCase(0, 1)]
    [TestCase(50, 0.1)]
    [TestCase(100, 0.01)]
    public void Exponential_falls_by_equal_factors(long update, double factor)
    {
        var schedule = new ExponentialSchedule(new ExponentialScheduleSettings { Final = 0.01 });
        Assert.That(schedule.Factor(update, 100), Is.EqualTo(factor).Within(Rounding));
    }

    [Test]
    public void Every_schedule_begins_at_one_after_a_linear_rise()
    {
        ISchedule[] schedules =
        [
            new ConstantSchedule(new ConstantScheduleSettings { Warmup = 9 }),
            new CosineSchedule(new CosineScheduleSettings { Warmup = 9 }),
            new StepSchedule(new StepScheduleSettings { Warmup = 9 }),
            new ExponentialSchedule(new ExponentialScheduleSettings { Warmup = 9 }),
        ];
        foreach (ISchedule schedule in schedules)
        {
            for (int update = 0; update <= 9; update++)
                Assert.That(schedule.Factor(update, 109), Is.EqualTo((update + 1) / 10.0).Within(Rounding), $"{schedule} at {update}");
        }
    }

    [Test]
    public void After_the_rise_a_schedule_takes_the_updates_that_are_left()
    {
        var cosine = new CosineSchedule(new CosineScheduleSettings { Warmup = 9 });
        var step = new StepSchedule(new StepScheduleSettings { Warmup = 9, Every = 10, Factor = 0.5 });
        Assert.That(cosine.Factor(59, 109), Is.EqualTo(0.5).Within(Rounding));
        Assert.That(cosine.Factor(109, 109), Is.Zero.Within(Rounding));
        Assert.That(step.Factor(18, 109), Is.EqualTo(1));
        Assert.That(step.Factor(19, 109), Is.EqualTo(0.5));
    }

    [Test]
    public void A_rise_as_long_as_the_run_is_a_number_throughout()
    {
        var cosine = new CosineSchedule(new CosineScheduleSettings { Warmup = 10 });
        for (int update = 0; update <= 10; update++)
            Assert.That(cosine.Factor(update, 10), Is.EqualTo((update + 1) / 11.0).Within(Rounding));
    }
}
