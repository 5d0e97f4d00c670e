using FlowLab.Optimization;

namespace FlowLab.Testing.Schedules;

/// <summary>A kind of schedule.</summary>
/// <param name="Name">Name in listings.</param>
/// <param name="Create">Builds it.</param>
public sealed record ScheduleSubject(string Name, Func<ISchedule> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
