namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>Factor 1 throughout, after the warm-up of <see cref="WarmedUpSchedule"/>.</summary>
[Schedule("constant", Summary = "The learning rate stays as it is.")]
public sealed class ConstantSchedule(ConstantScheduleSettings settings) : WarmedUpSchedule(settings)
{
    private protected override double FactorAfterWarmup(long update, long updates) => 1;
}
