using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>The laws of flows.</summary>
public static class FlowLaws
{
    /// <summary>Every law, those first that the others rest on.</summary>
    public static IReadOnlyList<FlowLaw> All { get; } =
    [
        new ContractLaw(), new InitialValuesLaw(), new BoundsLaw(), new WrittenLaw(), new LogDetLaw(), new RoundTripLaw(), new ForwardGradientLaw(), new InverseGradientLaw(),
        new AmortizedLaw(), new PrefixLaw(), new SeedsApartLaw(), new RepeatableLaw(), new StatelessLaw(), new ExtremeLaw(),
    ];

    /// <summary>The law of a name, as reports print it.</summary>
    public static FlowLaw Of(string name) => All.Single(law => law.Name == name);

    /// <summary>Tries one law in one case: what <c>flowlab check</c> prints can be pasted as its last argument.</summary>
    public static LawReport Check(string law, FlowSubject subject, LawBench bench, FlowCase situation) => LawRunner.Run(Of(law), subject, bench, [situation]);
}
