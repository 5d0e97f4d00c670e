namespace FlowLab.Plugins.Datasets.Images;

/// <summary>What to train on, what to choose settings by, and what to report.</summary>
/// <param name="Training">For gradients.</param>
/// <param name="Validation">For choices.</param>
/// <param name="Test">For reported figures.</param>
public sealed record DataSplit(DataPart Training, DataPart Validation, DataPart Test)
{
    /// <summary>The three, in the order of <see cref="Data.DataSubset"/>.</summary>
    public IReadOnlyList<DataPart> Parts => [Training, Validation, Test];
}
