using FlowLab.Optimization;
using FlowLab.Testing.Schedules;
using FlowLab.Testing.Laws;
using NUnit.Framework;

namespace FlowLab.Testing.Fixtures;

/// <summary>Derive a fixture from this, build your schedule in it, and every law of schedules is a test.</summary>
public abstract class ScheduleLawFixture : LawFixture
{
    /// <summary>Names of the laws.</summary>
    public static IEnumerable<string> Laws => ScheduleLaws.All.Select(law => law.Name);

    /// <summary>The schedule for cases that <c>flowlab check</c> prints.</summary>
    protected ScheduleSubject Subject => new(GetType().Name, Create);

    /// <summary>Builds your schedule.</summary>
    protected abstract ISchedule Create();

    /// <summary>Tries a law.</summary>
    [TestCaseSource(nameof(Laws))]
    public void Obeys_the_law(string law) => Conclude(LawRunner.Run(ScheduleLaws.All.Single(known => known.Name == law), Subject, Bench));
}
