using FlowLab.Data;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Finds which points a batch has; each call is one launch, and overwrites what the call before found.</summary>
internal sealed class AddressFinder(Accelerator accelerator, PointTable table, int noiseSeed) : IDisposable
{
    private readonly AddressBuffer _buffer = new(accelerator);

    private readonly Action<Index2D, ArrayView<int>, EpochStart, KeyedPermutation, PointAddresses> _shuffle =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, EpochStart, KeyedPermutation, PointAddresses>(AddressKernels.Shuffle);

    private readonly Action<Index2D, PointRange, int, PointAddresses> _cycle =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, PointRange, int, PointAddresses>(AddressKernels.Cycle);

    private readonly Action<Index2D, PointRange, int, PointAddresses> _neighbors =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, PointRange, int, PointAddresses>(AddressKernels.Neighbors);

    /// <summary>The points of an update, from the shuffled epochs of each seed.</summary>
    public PointAddresses Shuffle(ArrayView<int> seeds, long step, int batch)
    {
        int count = table.Count(DataSubset.Training);
        PointAddresses addresses = _buffer.Of((int)seeds.Length, batch);
        _shuffle(new Index2D(batch, (int)seeds.Length), seeds, EpochStart.Of(step, batch, count), new KeyedPermutation(count), addresses);
        return addresses;
    }

    /// <summary>The points step * batch, ... of a part, from its first again after its last.</summary>
    public PointAddresses Cycle(DataSubset subset, int seeds, long step, int batch)
    {
        PointAddresses addresses = _buffer.Of(seeds, batch);
        _cycle(new Index2D(batch, seeds), Range(subset, EpochStart.Of(step, batch, table.Count(subset)).Position), noiseSeed, addresses);
        return addresses;
    }

    /// <summary>The points first, first + 1, ... of a part, its last one repeated.</summary>
    public PointAddresses Neighbors(DataSubset subset, int first, int seeds, int batch)
    {
        PointAddresses addresses = _buffer.Of(seeds, batch);
        _neighbors(new Index2D(batch, seeds), Range(subset, first), noiseSeed, addresses);
        return addresses;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    private PointRange Range(DataSubset subset, int start) => new(table.First(subset), table.Count(subset), start);
}
