using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>Settings of <see cref="ExponentialSchedule"/>.</summary>
public sealed class ExponentialScheduleSettings : ScheduleSettings
{
    [Description("The factor that the learning rate falls to at the end."), Range(1e-12, 1.0)]
    public double Final { get; init; } = 0.01;
}
