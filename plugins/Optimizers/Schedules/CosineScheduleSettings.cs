using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>Settings of <see cref="CosineSchedule"/>.</summary>
public sealed class CosineScheduleSettings : ScheduleSettings
{
    [Description("The factor that the learning rate falls to at the end."), Range(0.0, 1.0)]
    public double Final { get; init; }
}
