using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Optimizers;

/// <summary>The laws of optimizers.</summary>
public static class OptimizerLaws
{
    /// <summary>Every law, those first that the others rest on.</summary>
    public static IReadOnlyList<OptimizerLaw> All { get; } = [new OptimizerContractLaw(), new RestoredStateLaw(), new StoppedSeedLaw(), new BowlLaw()];

    /// <summary>The law of a name, as reports print it.</summary>
    public static OptimizerLaw Of(string name) => All.Single(law => law.Name == name);

    /// <summary>Tries one law in one case: what <c>flowlab check</c> prints can be pasted as its last argument.</summary>
    public static LawReport Check(string law, OptimizerSubject subject, LawBench bench, OptimizerCase situation) => LawRunner.Run(Of(law), subject, bench, [situation]);
}
