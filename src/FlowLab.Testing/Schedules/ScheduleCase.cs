using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Schedules;

/// <summary>A training that a schedule accompanies.</summary>
public sealed record ScheduleCase : ILawCase<ScheduleCase>
{
    /// <summary>Updates in all.</summary>
    public long Updates { get; init; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ScheduleCase> Simpler() => new long[] { 1, 2, 3, 10 }.Where(fewer => fewer < Updates).Select(fewer => new ScheduleCase { Updates = fewer });

    /// <inheritdoc/>
    public string ToCode() => string.Create(CultureInfo.InvariantCulture, $"new ScheduleCase {{ Updates = {Updates} }}");
}
