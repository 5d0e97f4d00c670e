using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>InverseBackward gives the derivatives of Inverse.</summary>
public sealed class InverseGradientLaw : GradientLaw
{
    /// <inheritdoc/>
    public override string Name => "inverse-gradients";

    /// <inheritdoc/>
    public override string Statement => "InverseBackward gives dL/dzK and dL/dparameter of a loss L(z0, log-det), as differences of Inverse do, and leaves zK.";

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        float[] images = trial.Passes.Forward(trial.Inputs, trial.Points).State;
        float[] origins = trial.Passes.Inverse(trial.Inputs, images).State;
        PassResult backward = Backward(trial, origins), up = Backward(trial, trial.Nudge(origins, 1)), down = Backward(trial, trial.Nudge(origins, -1));
        return LawMeasure.Worse(
            CompareState(images, backward, up, down), Compare(trial, (inputs, z) => trial.Passes.Inverse(inputs, z), images, backward, up, down));
    }

    private static PassResult Backward(FlowTrial trial, float[] origins) => trial.Passes.InverseBackward(trial.Inputs, origins, trial.PerState, trial.PerLogDet);
}
