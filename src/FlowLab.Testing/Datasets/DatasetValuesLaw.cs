using System.Globalization;
using FlowLab.Data;
using FlowLab.Random;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Datasets;

/// <summary>Draws fill their buffer with numbers of the kind that the dataset says it has.</summary>
public sealed class DatasetValuesLaw : DatasetLaw
{
    /// <inheritdoc/>
    public override string Name => "values";

    /// <inheritdoc/>
    public override string Statement => "Every number of a batch is written, finite and in the range of its kind; nothing is written outside of the batch.";

    private protected override LawMeasure Measure(DatasetTrial trial)
    {
        LawMeasure worst = LawMeasure.Worse(
            MeasureValues(trial, "training data", trial.Draw()), MeasureValues(trial, "test data", trial.Draw(RandomPurpose.TestData)));
        if (trial.Data is IPointDataset points)
            foreach (DataSubset subset in Enum.GetValues<DataSubset>().Where(subset => points.Count(subset) > 0))
                worst = LawMeasure.Worse(worst, MeasureValues(trial, $"points gathered from the part {subset}", trial.Gather(points, subset, points.Count(subset) - 1)));
        return trial.Damage.Length > 0 ? LawMeasure.Broken(trial.Damage) : worst;
    }

    private static LawMeasure MeasureValues(DatasetTrial trial, string what, float[] values)
    {
        LawMeasure finite = Deviation.OfFinite(what, values);
        PointValues kind = trial.Data is IPointDataset points ? points.Values : PointValues.Real;
        int wrong = Array.FindIndex(values, value => kind switch
        {
            PointValues.Binary => value is not (0 or 1),
            PointValues.Intensities => value is < 0 or > 1,
            _ => false,
        });
        return !finite.Holds || wrong < 0
            ? finite
            : LawMeasure.Broken(string.Create(CultureInfo.InvariantCulture, $"{what}[{wrong}] is {values[wrong]}, which is not of the kind {kind}"));
    }
}
