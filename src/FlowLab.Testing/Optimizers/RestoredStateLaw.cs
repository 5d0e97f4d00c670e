using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Optimizers;

/// <summary>All that an update depends on is in the buffers: a run that goes on from a checkpoint is the run that never stopped.</summary>
public sealed class RestoredStateLaw : OptimizerLaw
{
    /// <inheritdoc/>
    public override string Name => "state-restored";

    /// <inheritdoc/>
    public override string Statement => "A second instance goes on from parameters and state of the first with the same bits, and updates repeat themselves.";

    private protected override LawMeasure Measure(Func<OptimizerTrial> start)
    {
        using OptimizerTrial whole = start(), first = start(), second = start();
        int half = whole.Situation.Updates / 2;
        whole.Run(whole.Situation.Updates);
        first.Run(half);
        (second.Parameters, second.State, second.Update) = ([.. first.Parameters], [.. first.State], half);
        second.Run(whole.Situation.Updates - half);
        return LawMeasure.Worse(
            Deviation.OfBits("parameters after a restart", second.Parameters, whole.Parameters), Deviation.OfBits("state after a restart", second.State, whole.State));
    }
}
