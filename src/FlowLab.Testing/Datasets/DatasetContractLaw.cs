using FlowLab.Data;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Datasets;

/// <summary>What a dataset says of itself agrees with itself.</summary>
public sealed class DatasetContractLaw : DatasetLaw
{
    /// <inheritdoc/>
    public override string Name => "contract";

    /// <inheritdoc/>
    public override string Statement => "Dimension is at least 1; a finite dataset has the shape of its dimension, training and test points, a protocol, and a label for every point if for any.";

    /// <inheritdoc/>
    public override IEnumerable<DatasetCase> Cases(DatasetSubject subject) => [new()];

    private protected override LawMeasure Measure(DatasetTrial trial)
    {
        if (trial.Data.Dimension < 1)
            return LawMeasure.Broken($"Dimension is {trial.Data.Dimension}, expected at least 1");
        if (trial.Data.FigureGrid is { } grid && (!(grid.Maximum > grid.Minimum) || grid.Resolution < 1))
            return LawMeasure.Broken($"FigureGrid is {grid}, expected Minimum below Maximum and at least one cell");
        return trial.Data is IPointDataset points && FindFault(points) is { } fault ? LawMeasure.Broken(fault) : LawMeasure.Exact;
    }

    private static string? FindFault(IPointDataset points)
    {
        if (points.Shape.Dimension != points.Dimension)
            return $"{points.Shape} has {points.Shape.Dimension} numbers, but Dimension is {points.Dimension}";
        if (string.IsNullOrWhiteSpace(points.Protocol))
            return "Protocol is empty; a reader of figures must know what they were measured on";
        foreach (DataSubset subset in Enum.GetValues<DataSubset>())
        {
            int count = points.Count(subset);
            if (count < (subset == DataSubset.Validation ? 0 : 1))
                return $"the part {subset} has {count} points";
            if (points.Labels(subset) is { } labels && labels.Length != count)
                return $"the part {subset} has {count} points but {labels.Length} labels";
        }
        return null;
    }
}
