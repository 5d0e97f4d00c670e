using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>Backward gives the derivatives of Forward.</summary>
public sealed class ForwardGradientLaw : GradientLaw
{
    /// <inheritdoc/>
    public override string Name => "gradients";

    /// <inheritdoc/>
    public override string Statement => "Backward gives dL/dz and dL/dparameter of a loss L(zK, log-det), as differences of Forward do, and leaves z0.";

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        PassResult forward = trial.Passes.Forward(trial.Inputs, trial.Points, addsReverse: true);
        PassResult backward = Backward(trial, forward, forward.State);
        PassResult up = Backward(trial, forward, trial.Nudge(forward.State, 1)), down = Backward(trial, forward, trial.Nudge(forward.State, -1));
        return LawMeasure.Worse(
            CompareState(trial.Points, backward, up, down), Compare(trial, (inputs, z) => trial.Passes.Forward(inputs, z, addsReverse: true), trial.Points, backward, up, down));
    }

    private static PassResult Backward(FlowTrial trial, PassResult forward, float[] state) =>
        trial.Passes.Backward(trial.Inputs, forward with { State = state }, trial.PerState, trial.PerLogDet);
}
