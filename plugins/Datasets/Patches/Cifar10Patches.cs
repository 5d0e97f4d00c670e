using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Patches;

/// <summary>
/// Square patches of color photographs, [3, size, size], as intensities k / 255. For training, image and place are random numbers of (seed, step,
/// sample), so that there are no epochs: patches are drawn with replacement. <see cref="Gather"/> and test batches have one patch of each
/// image, at a place that depends on the image's number in the published set alone. Patches of 8 x 8 as in Rezende and Mohamed 2015, section 6.3.
/// On the device: 3,072 bytes per image.
/// </summary>
[Dataset("cifar10-patches", Summary = "Random patches of color photographs, 3 x 8 x 8.", Source = "Krizhevsky 2009; patches as in Rezende and Mohamed 2015, section 6.3")]
public sealed class Cifar10Patches : IPointDataset
{
    // The purpose of the blocks that fix the patches of images: no training update uses it.
    private const int FixedPlaces = (int)RandomPurpose.TestData;

    private readonly Accelerator _accelerator;
    private readonly PointTable _table;
    private readonly AddressFinder _addresses;
    private readonly PatchGrid _grid;
    private readonly Action<Index2D, ArrayView<int>, int, long, int, int, PatchGrid, ArrayView<int>> _choose;
    private readonly Action<Index2D, PointAddresses, PointNumbers, int, PatchGrid, ArrayView<int>> _fix;
    private readonly Action<Index2D, ArrayView<int>, ArrayView<byte>, PatchGrid, SampleView> _gather;
    private MemoryBuffer1D<int, Stride1D.Dense>? _corners;

    /// <param name="settings">The size of patches.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="tables">The images of this run.</param>
    public Cifar10Patches(Cifar10PatchesSettings settings, IDataFolder folder, PointTables tables)
    {
        Cifar10Source source = Cifar10Source.Find(folder);
        _accelerator = tables.Accelerator;
        _table = tables.Get(source.Version, BinarizationKind.None, 0, () => Cifar10Files.Read(folder, source.Batches));
        _addresses = new AddressFinder(_accelerator, _table, noiseSeed: 0);
        PointShape image = _table.Shape;
        Shape = new PointShape(image.Channels, settings.PatchSize, settings.PatchSize);
        _grid = new PatchGrid(image.Height, image.Width, settings.PatchSize, _table.WordsPerPoint * sizeof(uint));
        Protocol = $"CIFAR-10, {source.Describe(_table)}, {PartSizes.Describe(_table)}; random patches of {settings.PatchSize} x {settings.PatchSize} for training, one fixed patch per image for evaluation";
        _choose = _accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int, long, int, int, PatchGrid, ArrayView<int>>(PatchKernels.Choose);
        _fix = _accelerator.LoadAutoGroupedStreamKernel<Index2D, PointAddresses, PointNumbers, int, PatchGrid, ArrayView<int>>(PatchKernels.Fix);
        _gather = _accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, ArrayView<byte>, PatchGrid, SampleView>(PatchKernels.Gather);
    }

    /// <inheritdoc/>
    public PointShape Shape { get; }

    /// <inheritdoc/>
    public int Dimension => Shape.Dimension;

    /// <inheritdoc/>
    public PointValues Values => PointValues.Intensities;

    /// <inheritdoc/>
    public string Protocol { get; }

    /// <inheritdoc/>
    public string Fingerprint => _table.Fingerprint;

    /// <summary>Images in a part, each of which has one fixed patch.</summary>
    public int Count(DataSubset subset) => _table.Count(subset);

    /// <summary>The class of the image that each patch of a part is from.</summary>
    public byte[]? Labels(DataSubset subset) => _table.Labels(subset);

    /// <inheritdoc/>
    public void Draw(in DataDraw draw)
    {
        PointRequests.Check(draw, Dimension);
        int seeds = (int)draw.Seeds.Length, batch = draw.Samples.Batch;
        if (draw.Purpose == RandomPurpose.TrainingData)
        {
            ArrayView<int> corners = Corners(seeds, batch);
            _choose(new Index2D(batch, seeds), draw.Seeds, (int)draw.Purpose, draw.Step, Count(DataSubset.Training), batch, _grid, corners);
            Copy(corners, seeds, draw.Samples);
            return;
        }
        CopyFixed(_addresses.Cycle(DataSubset.Test, seeds, draw.Step, batch), seeds, draw.Samples);
    }

    /// <inheritdoc/>
    public void Gather(in DataGather gather)
    {
        PointRequests.Check(gather, Dimension, Count(gather.Subset));
        CopyFixed(_addresses.Neighbors(gather.Subset, gather.First, gather.Seeds, gather.Samples.Batch), gather.Seeds, gather.Samples);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _addresses.Dispose();
        _corners?.Dispose();
    }

    private void CopyFixed(PointAddresses addresses, int seeds, SampleView samples)
    {
        ArrayView<int> corners = Corners(seeds, samples.Batch);
        _fix(new Index2D(samples.Batch, seeds), addresses, _table.Numbers, FixedPlaces, _grid, corners);
        Copy(corners, seeds, samples);
    }

    private void Copy(ArrayView<int> corners, int seeds, SampleView samples) =>
        _gather(new Index2D(samples.Batch, seeds * Dimension), corners, _table.Words.Cast<byte>(), _grid, samples);

    private ArrayView<int> Corners(int seeds, int batch)
    {
        long length = (long)seeds * batch;
        if (_corners is null || _corners.Length < length)
        {
            // A kernel that is still queued may use the old memory.
            _accelerator.Synchronize();
            _corners?.Dispose();
            _corners = _accelerator.Allocate1D<int>(length);
        }
        return _corners.View.BaseView;
    }
}
