namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>Settings of <see cref="ConstantSchedule"/>.</summary>
public sealed class ConstantScheduleSettings : ScheduleSettings;
