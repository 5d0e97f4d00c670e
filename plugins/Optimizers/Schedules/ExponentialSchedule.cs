namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>final^(t / T), the same factor from each update to the next, after the warm-up of <see cref="WarmedUpSchedule"/>.</summary>
[Schedule("exponential", Summary = "Falls by the same factor from each update to the next.")]
public sealed class ExponentialSchedule(ExponentialScheduleSettings settings) : WarmedUpSchedule(settings)
{
    private protected override double FactorAfterWarmup(long update, long updates) => Math.Pow(settings.Final, (double)update / updates);
}
