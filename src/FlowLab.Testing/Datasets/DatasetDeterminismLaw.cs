using FlowLab.Data;
using FlowLab.Random;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Datasets;

/// <summary>What is drawn depends on seed, purpose and step alone, and on each of them.</summary>
public sealed class DatasetDeterminismLaw : DatasetLaw
{
    private const int EnoughToDiffer = 16;

    /// <inheritdoc/>
    public override string Name => "determinism";

    /// <inheritdoc/>
    public override string Statement =>
        "The same seed, purpose and step give the same bits, in a second instance, alone and among others, whatever was drawn before; other seeds, steps and purposes give other points.";

    private protected override LawMeasure Measure(DatasetTrial trial)
    {
        IReadOnlyList<int> seeds = trial.Situation.Seeds;
        long step = trial.Situation.Step;
        float[] first = trial.Draw(), later = trial.Draw(seeds, RandomPurpose.TrainingData, step + 1), test = trial.Draw(RandomPurpose.TestData);
        LawMeasure worst = Deviation.OfBits("training data, drawn again", trial.Draw(seeds, RandomPurpose.TrainingData, step, unset: 1024), first);
        worst = LawMeasure.Worse(worst, Deviation.OfBits("test data, drawn again", trial.Draw(RandomPurpose.TestData), test));
        float[] alone = trial.Draw([seeds[^1]], RandomPurpose.TrainingData, step);
        worst = LawMeasure.Worse(worst, Deviation.OfBits("training data of a seed alone", alone, first.AsSpan(first.Length - alone.Length)));
        if (!worst.Holds || alone.Length < EnoughToDiffer || trial.Data is IPointDataset)
            return worst;
        return MeasureDifferences(first, later, test, alone, seeds.Count);
    }

    /// <summary>Of finite datasets small parts may coincide, so that only generators are asked.</summary>
    private static LawMeasure MeasureDifferences(float[] first, float[] later, float[] test, float[] alone, int seeds)
    {
        if (first.AsSpan().SequenceEqual(later))
            return LawMeasure.Broken("the next step gives the same points");
        if (first.AsSpan().SequenceEqual(test))
            return LawMeasure.Broken("training and test data are the same points");
        return seeds > 1 && first.AsSpan(0, alone.Length).SequenceEqual(alone) ? LawMeasure.Broken("two seeds draw the same points") : LawMeasure.Exact;
    }
}
