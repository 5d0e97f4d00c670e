namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>factor^floor(t / every), after the warm-up of <see cref="WarmedUpSchedule"/>.</summary>
[Schedule("step", Summary = "Falls by a constant factor at regular distances.")]
public sealed class StepSchedule(StepScheduleSettings settings) : WarmedUpSchedule(settings)
{
    private protected override double FactorAfterWarmup(long update, long updates) => Math.Pow(settings.Factor, update / settings.Every);
}
