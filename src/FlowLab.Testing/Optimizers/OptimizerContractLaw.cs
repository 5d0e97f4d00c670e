using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Optimizers;

/// <summary>State buffers have names, and a step writes into its own buffers only.</summary>
public sealed class OptimizerContractLaw : OptimizerLaw
{
    /// <inheritdoc/>
    public override string Name => "bounds";

    /// <inheritdoc/>
    public override string Statement => "State buffers have different names; a step writes into parameters and state only, and not outside of them.";

    private protected override LawMeasure Measure(Func<OptimizerTrial> start)
    {
        using OptimizerTrial trial = start();
        IReadOnlyList<string> names = trial.Optimizer.StateNames;
        if (names.Any(string.IsNullOrWhiteSpace) || names.Distinct().Count() != names.Count)
            return LawMeasure.Broken($"StateNames are [{string.Join(", ", names)}], expected different names");
        trial.Run(trial.Situation.Updates);
        return trial.Damage.Length > 0 ? LawMeasure.Broken(trial.Damage) : LawMeasure.Exact;
    }
}
