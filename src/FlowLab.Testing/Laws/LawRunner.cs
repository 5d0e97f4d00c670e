using System.Diagnostics;
using System.Reflection;
using FlowLab.Plugins;
using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Laws;

/// <summary>Tries a law in all its cases, and looks for the smallest one in which it is broken.</summary>
public static class LawRunner
{
    private const int MostSimplifications = 200;

    /// <summary>Tries a law.</summary>
    /// <param name="law">The law.</param>
    /// <param name="subject">The component.</param>
    /// <param name="bench">Where to compute.</param>
    public static LawReport Run<TSubject, TCase>(ILaw<TSubject, TCase> law, TSubject subject, LawBench bench)
        where TCase : ILawCase<TCase>
    {
        ArgumentNullException.ThrowIfNull(law);
        return Run(law, subject, bench, law.Cases(subject));
    }

    /// <summary>Tries a law in cases of your own.</summary>
    /// <param name="law">The law.</param>
    /// <param name="subject">The component.</param>
    /// <param name="bench">Where to compute.</param>
    /// <param name="cases">The cases, the smallest first.</param>
    public static LawReport Run<TSubject, TCase>(ILaw<TSubject, TCase> law, TSubject subject, LawBench bench, IEnumerable<TCase> cases)
        where TCase : ILawCase<TCase>
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(cases);
        long start = Stopwatch.GetTimestamp();
        int judged = 0;
        LawMeasure worst = LawMeasure.Nothing("there are no cases");
        LawReport Report(LawVerdict verdict, string reason) =>
            new(law.Name, verdict, judged, worst, Stopwatch.GetElapsedTime(start).TotalSeconds) { Reason = reason };
        try
        {
            foreach (TCase situation in cases)
            {
                LawMeasure measure = Measure(law, subject, situation, bench);
                worst = judged == 0 ? measure : LawMeasure.Worse(worst, measure);
                if (measure.Undecided.Length > 0)
                    continue;
                judged++;
                if (!measure.Holds)
                {
                    (TCase smallest, LawMeasure there) = Simplify(law, subject, bench, situation, measure);
                    TCase spelled = law.Spell(subject, smallest, bench);
                    if (TrySimpler(law, subject, spelled, bench) is { Holds: false } same)
                        (smallest, there) = Simplify(law, subject, bench, spelled, same);
                    worst = there;
                    return Report(LawVerdict.Broken, there.Detail) with { FailingCase = smallest.ToCode() };
                }
            }
        }
        catch (NotSupportedException limit)
        {
            return Report(LawVerdict.NotOffered, limit.Message);
        }
        return judged == 0 ? Report(LawVerdict.Undecided, worst.Undecided) : Report(LawVerdict.Holds, "");
    }

    /// <summary>What a component throws breaks the law at hand, except where it refuses a shape or says that it does not do a thing at all.</summary>
    private static LawMeasure Measure<TSubject, TCase>(ILaw<TSubject, TCase> law, TSubject subject, TCase situation, LawBench bench)
        where TCase : ILawCase<TCase>
    {
        try
        {
            return law.Measure(subject, situation, bench);
        }
        catch (ComponentSettingsException refusal)
        {
            return LawMeasure.Nothing(refusal.Message);
        }
#pragma warning disable CA1031 // Whatever a component throws is a finding about it.
        catch (Exception failure) when (Unwrap(failure) is not NotSupportedException)
#pragma warning restore CA1031
        {
            Exception cause = Unwrap(failure);
            return LawMeasure.Broken($"{cause.GetType().Name}: {cause.Message}");
        }
    }

    private static Exception Unwrap(Exception failure) =>
        failure is AggregateException or TargetInvocationException && failure.InnerException is { } inner ? Unwrap(inner) : failure;

    private static (TCase Case, LawMeasure Measure) Simplify<TSubject, TCase>(
        ILaw<TSubject, TCase> law, TSubject subject, LawBench bench, TCase situation, LawMeasure measure)
        where TCase : ILawCase<TCase>
    {
        int left = MostSimplifications;
        for (bool isSmaller = true; isSmaller && left > 0;)
        {
            isSmaller = false;
            foreach (TCase simpler in situation.Simpler())
            {
                if (left-- == 0)
                    break;
                LawMeasure there = TrySimpler(law, subject, simpler, bench);
                if (there.Undecided.Length > 0 || there.Holds)
                    continue;
                (situation, measure, isSmaller) = (simpler, there, true);
                break;
            }
        }
        return (situation, measure);
    }

    private static LawMeasure TrySimpler<TSubject, TCase>(ILaw<TSubject, TCase> law, TSubject subject, TCase situation, LawBench bench)
        where TCase : ILawCase<TCase>
    {
        try
        {
            return Measure(law, subject, situation, bench);
        }
        catch (NotSupportedException limit)
        {
            return LawMeasure.Nothing(limit.Message);
        }
    }
}
