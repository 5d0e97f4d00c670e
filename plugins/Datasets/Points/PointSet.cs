using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>
/// A finite dataset in a table on the device. A batch takes two launches: one finds out which points it has, the other moves them, and binarizes
/// them if they are binarized anew in every epoch.
/// </summary>
public abstract class PointSet : IPointDataset
{
    private readonly PointTable _table;
    private readonly AddressFinder _addresses;
    private readonly IPointGather _gather;

    /// <param name="accelerator">The device.</param>
    /// <param name="table">The points, which belong to <see cref="PointTables"/>.</param>
    /// <param name="rule">How they are binarized.</param>
    /// <param name="source">The files and the split, for <see cref="Protocol"/>.</param>
    private protected PointSet(Accelerator accelerator, PointTable table, PointSetRule rule, string source)
    {
        bool isInk = rule.Kind != BinarizationKind.None;
        _table = table;
        _addresses = new AddressFinder(accelerator, table, rule.NoiseSeed);
        _gather = PointGathers.Of(accelerator, table, isInk);
        Values = isInk ? PointValues.Binary : table.Values;
        Protocol = $"{source}, {PartSizes.Describe(table)}, {(table.Values == PointValues.Binary ? "0 or 1 in the file" : rule.Describe())}";
    }

    /// <inheritdoc/>
    public PointShape Shape => _table.Shape;

    /// <inheritdoc/>
    public int Dimension => Shape.Dimension;

    /// <inheritdoc/>
    public PointValues Values { get; }

    /// <inheritdoc/>
    public string Protocol { get; }

    /// <inheritdoc/>
    public string Fingerprint => _table.Fingerprint;

    /// <inheritdoc/>
    public EnergyGrid? FigureGrid => _table.FigureGrid;

    /// <inheritdoc/>
    public int Count(DataSubset subset) => _table.Count(subset);

    /// <inheritdoc/>
    public byte[]? Labels(DataSubset subset) => _table.Labels(subset);

    /// <inheritdoc/>
    public void Draw(in DataDraw draw)
    {
        PointRequests.Check(draw, Dimension);
        int seeds = (int)draw.Seeds.Length;
        PointAddresses addresses = draw.Purpose == RandomPurpose.TrainingData
            ? _addresses.Shuffle(draw.Seeds, draw.Step, draw.Samples.Batch)
            : _addresses.Cycle(DataSubset.Test, seeds, draw.Step, draw.Samples.Batch);
        _gather.Launch(seeds, addresses, draw.Samples);
    }

    /// <inheritdoc/>
    public void Gather(in DataGather gather)
    {
        PointRequests.Check(gather, Dimension, Count(gather.Subset));
        _gather.Launch(gather.Seeds, _addresses.Neighbors(gather.Subset, gather.First, gather.Seeds, gather.Samples.Batch), gather.Samples);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _addresses.Dispose();
        GC.SuppressFinalize(this);
    }
}
