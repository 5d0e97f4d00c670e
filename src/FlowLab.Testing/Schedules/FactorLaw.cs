using System.Globalization;
using FlowLab.Optimization;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Schedules;

/// <summary>Factors are numbers from 0 on and depend on their arguments alone.</summary>
public sealed class FactorLaw : ILaw<ScheduleSubject, ScheduleCase>
{
    private const int MostLookedAt = 1000;
    private const double Largest = 1e3;

    /// <inheritdoc/>
    public string Name => "factors";

    /// <inheritdoc/>
    public string Statement => "Every update of a training has a factor from 0 to 1000 that does not depend on what was asked before, and not all are 0.";

    /// <inheritdoc/>
    public IEnumerable<ScheduleCase> Cases(ScheduleSubject subject) => new long[] { 1, 2, 10, 1000, 500_000 }.Select(updates => new ScheduleCase { Updates = updates });

    /// <inheritdoc/>
    public LawMeasure Measure(ScheduleSubject subject, ScheduleCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(situation);
        ISchedule schedule = subject.Create(), backwards = subject.Create();
        long[] updates = [.. Enumerable.Range(0, MostLookedAt).Select(i => i * situation.Updates / MostLookedAt).Append(situation.Updates - 1).Distinct()];
        double[] factors = [.. updates.Select(update => schedule.Factor(update, situation.Updates))];
        double[] reversed = [.. updates.Reverse().Select(update => backwards.Factor(update, situation.Updates)).Reverse()];
        for (int i = 0; i < updates.Length; i++)
        {
            if (!(factors[i] is >= 0 and <= Largest))
                return LawMeasure.Broken(string.Create(CultureInfo.InvariantCulture, $"the factor of update {updates[i]} of {situation.Updates} is {factors[i]}, expected 0 to {Largest}"));
            if (factors[i] != reversed[i])
                return LawMeasure.Broken(string.Create(CultureInfo.InvariantCulture, $"the factor of update {updates[i]} of {situation.Updates} is {factors[i]} or {reversed[i]}, by what was asked before"));
        }
        return factors.Sum() > 0 ? LawMeasure.Exact : LawMeasure.Broken("every factor is 0, so that nothing would be learned");
    }
}
