using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>Settings of <see cref="StepSchedule"/>.</summary>
public sealed class StepScheduleSettings : ScheduleSettings
{
    [Description("The learning rate is multiplied by this at every step."), Range(0.0, 1.0)]
    public double Factor { get; init; } = 0.1;

    [Description("Distance between two steps."), Unit("updates"), Range(1, int.MaxValue)]
    public int Every { get; init; } = 100_000;
}
