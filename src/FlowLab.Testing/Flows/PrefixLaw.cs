using FlowLab.Flows;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Fewer layers are the beginning of the chain, and the inverse can stop at any layer.</summary>
public sealed class PrefixLaw : FlowLaw
{
    private const double Tolerance = 1e-3;

    /// <inheritdoc/>
    public override string Name => "layers";

    /// <inheritdoc/>
    public override string Statement =>
        "Batch.Layers layers, from the first, take part, and the others get gradient zero; Inverse undoes the layers down to FirstLayer; 0 layers are the identity.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.All(subject).Where(shape => shape.Length < 64 && shape.Batch < 64);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        PassResult whole = trial.Passes.Forward(trial.Inputs, trial.Points);
        LawMeasure worst = LawMeasure.Exact;
        for (int layers = 0; layers <= trial.Flow.Length; layers++)
        {
            FlowInputs fewer = trial.Inputs with { Layers = layers };
            PassResult prefix = trial.Passes.Forward(fewer, trial.Points);
            if (layers == 0)
                worst = LawMeasure.Worse(worst, Deviation.OfBits("Forward through 0 layers: state", prefix.State, trial.Points));
            worst = LawMeasure.Worse(worst, MeasureStop(trial, whole, prefix, layers));
            worst = LawMeasure.Worse(worst, MeasureUnused(trial, fewer));
        }
        return worst;
    }

    private static LawMeasure MeasureStop(FlowTrial trial, PassResult whole, PassResult prefix, int first)
    {
        PassResult back = trial.Passes.Inverse(trial.Inputs, whole.State, first);
        double[] rest = [.. whole.LogDet.Zip(prefix.LogDet, (all, some) => all - (double)some)];
        return LawMeasure.Worse(
            Deviation.Of($"Inverse with FirstLayer = {first}: state", back.State, [.. prefix.State.Select(x => (double)x)], Tolerance),
            Deviation.Of($"Inverse with FirstLayer = {first}: log-det", back.LogDet, rest, Tolerance));
    }

    private static LawMeasure MeasureUnused(FlowTrial trial, FlowInputs fewer)
    {
        AllPasses passes = AllPasses.Of(trial, fewer, trial.Points, trial.PerState, trial.PerLogDet);
        foreach ((string name, PassResult result) in passes.Each.Where(pass => pass.Result.ParameterGradient.Length > 0))
            foreach (ParameterBlock block in trial.Flow.Blocks.Where(block => block.Layer >= fewer.Layers))
                for (int seed = 0; seed < fewer.Seeds; seed++)
                    if (!IsZero(result.ParameterGradient, seed * trial.Flow.ParameterCount + block.Offset, block.Length, fewer.Tiles.Tiles))
                        return LawMeasure.Broken($"{name} through {fewer.Layers} layers: the gradient of {block.Name} of layer {block.Layer} is not zero");
        return LawMeasure.Exact;
    }

    private static bool IsZero(float[] gradients, int first, int count, int tiles) => !gradients.AsSpan(first * tiles, count * tiles).ContainsAnyExcept(0f);
}
