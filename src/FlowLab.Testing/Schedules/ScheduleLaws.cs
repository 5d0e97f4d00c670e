using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Schedules;

/// <summary>The laws of schedules.</summary>
public static class ScheduleLaws
{
    /// <summary>Every law.</summary>
    public static IReadOnlyList<FactorLaw> All { get; } = [new FactorLaw()];

    /// <summary>Tries the law in one case: what <c>flowlab check</c> prints can be pasted as its last argument.</summary>
    public static LawReport Check(string law, ScheduleSubject subject, LawBench bench, ScheduleCase situation) =>
        LawRunner.Run(All.Single(known => known.Name == law), subject, bench, [situation]);
}
