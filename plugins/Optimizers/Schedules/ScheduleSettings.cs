using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>What all schedules can do.</summary>
public abstract class ScheduleSettings
{
    [Description("Updates over which the learning rate rises linearly before the schedule begins."), Unit("updates"), Range(0, int.MaxValue)]
    public int Warmup { get; init; }
}
