using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Energies;

/// <summary>The laws of energies.</summary>
public static class EnergyLaws
{
    /// <summary>Every law, those first that the others rest on.</summary>
    public static IReadOnlyList<EnergyLaw> All { get; } =
        [new EnergyContractLaw(), new EnergyBoundsLaw(), new EnergyGradientLaw(), new EnergyCurvatureLaw(), new EnergySamplesApartLaw(), new EnergyExtremeLaw()];

    /// <summary>The law of a name, as reports print it.</summary>
    public static EnergyLaw Of(string name) => All.Single(law => law.Name == name);

    /// <summary>Tries one law in one case: what <c>flowlab check</c> prints can be pasted as its last argument.</summary>
    public static LawReport Check(string law, EnergySubject subject, LawBench bench, EnergyCase situation) => LawRunner.Run(Of(law), subject, bench, [situation]);
}
