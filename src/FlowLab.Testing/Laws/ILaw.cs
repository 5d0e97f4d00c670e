using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Laws;

/// <summary>Something that holds for every component of a kind.</summary>
/// <typeparam name="TSubject">What it is about: a component, or how to build one.</typeparam>
/// <typeparam name="TCase">Situations.</typeparam>
public interface ILaw<in TSubject, TCase>
    where TCase : ILawCase<TCase>
{
    /// <summary>The name in tables: lower case words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>What holds, in one sentence.</summary>
    string Statement { get; }

    /// <summary>The situations to try, the smallest first.</summary>
    IEnumerable<TCase> Cases(TSubject subject);

    /// <summary>Tries one situation.</summary>
    /// <exception cref="NotSupportedException">The component does not do what the law is about.</exception>
    LawMeasure Measure(TSubject subject, TCase situation, LawBench bench);

    /// <summary>The same situation with its numbers spelled out, where they are few enough to be read; else the situation itself.</summary>
    TCase Spell(TSubject subject, TCase situation, LawBench bench) => situation;
}
