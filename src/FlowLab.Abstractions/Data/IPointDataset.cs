using FlowLab.Kernels;

namespace FlowLab.Data;

/// <summary>
/// A finite dataset whose points live on the device, divided into parts. <see cref="IDataset.Draw"/> with
/// <see cref="Random.RandomPurpose.TrainingData"/> and step t gives every seed the points t B .. (t + 1) B - 1 of an endless sequence
/// of epochs, each of which has every training point once, in an order that depends on the seed and the epoch alone (a dataset that
/// cuts pieces out of its points, such as patches, says how it draws them instead);
/// with <see cref="Random.RandomPurpose.TestData"/> it gives the test points t B, ... in their order, from the start again after the last.
/// </summary>
public interface IPointDataset : IDataset
{
    /// <summary>The axes of a point.</summary>
    PointShape Shape { get; }

    /// <summary>What its numbers are.</summary>
    PointValues Values { get; }

    /// <summary>
    /// What a reader of a figure must know about the data: binarization and its seed, the split, deviations from the published files.
    /// Part of the label of every number measured on it.
    /// </summary>
    string Protocol { get; }

    /// <summary>
    /// Hexadecimal digits of a SHA-256 of the values, whatever they are called and wherever they lie; empty if the dataset has none. A run is resumed, measured
    /// and sampled only with the values that it was trained on.
    /// </summary>
    string Fingerprint => "";

    /// <summary>Points in a part.</summary>
    int Count(DataSubset subset);

    /// <summary>The class of each point of a part; null if the files have none.</summary>
    byte[]? Labels(DataSubset subset);

    /// <summary>
    /// Fills a batch with neighbouring points; asynchronous. A gathered point is always the same: of a dataset that is binarized anew in every
    /// epoch, it is the static binarization.
    /// </summary>
    void Gather(in DataGather gather);
}
