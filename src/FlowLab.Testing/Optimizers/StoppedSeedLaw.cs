using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Optimizers;

/// <summary>Stopped seeds stay as they are, and seeds do not disturb each other.</summary>
public sealed class StoppedSeedLaw : OptimizerLaw
{
    /// <inheritdoc/>
    public override string Name => "seeds-apart";

    /// <inheritdoc/>
    public override string Statement => "Nothing of a stopped seed changes, whatever its gradients; the others give the same bits beside a seed whose gradients are NaN.";

    /// <inheritdoc/>
    public override IEnumerable<OptimizerCase> Cases(OptimizerSubject subject) => base.Cases(subject).Where(situation => situation.Seeds.Count > 1);

    private protected override LawMeasure Measure(Func<OptimizerTrial> start)
    {
        using OptimizerTrial whole = start(), beside = start();
        int count = whole.Situation.Parameters, seeds = whole.Situation.Seeds.Count;
        if (seeds < 2)
            return LawMeasure.Nothing("the law is about several seeds");
        float[] before = whole.Parameters[..count];
        whole.Run(whole.Situation.Updates);
        beside.PoisonedSeeds = [0];
        beside.Status = [1, .. Enumerable.Repeat(0, seeds - 1)];
        beside.Run(whole.Situation.Updates);
        LawMeasure stopped = LawMeasure.Worse(
            Deviation.OfBits("parameters of a stopped seed", beside.Parameters.AsSpan(0, count), before),
            Deviation.OfBits("state of a stopped seed", States(beside, 0, 1), new float[count * beside.Optimizer.StateNames.Count]));
        LawMeasure others = LawMeasure.Worse(
            Deviation.OfBits("parameters beside a stopped seed", beside.Parameters.AsSpan(count), whole.Parameters.AsSpan(count)),
            Deviation.OfBits("state beside a stopped seed", States(beside, 1, seeds), States(whole, 1, seeds)));
        return LawMeasure.Worse(stopped, others);
    }

    private static float[] States(OptimizerTrial trial, int firstSeed, int endSeed)
    {
        int count = trial.Situation.Parameters, seeds = trial.Situation.Seeds.Count;
        return trial.State.Length == 0 ? [] : [.. trial.State.Chunk(seeds * count).SelectMany(buffer => buffer[(firstSeed * count)..(endSeed * count)])];
    }
}
