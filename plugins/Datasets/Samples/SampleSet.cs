using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>A two-dimensional density that is drawn from, and known unless its settings leave none. Every update draws new points.</summary>
public abstract class SampleSet<TSampler> : IDensityDataset
    where TSampler : unmanaged, ISampler
{
    private const double FigureHalfSide = 4;
    private const int FigureResolution = 200;

    private readonly Action<Index2D, ArrayView<int>, int, long, SampleView, TSampler> _draw;
    private readonly TSampler _sampler;
    private readonly ISampleDensity? _density;

    private protected SampleSet(TSampler sampler, ISampleDensity? density, Accelerator accelerator)
    {
        _sampler = sampler;
        _density = density;
        _draw = accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int, long, SampleView, TSampler>(
            SampleKernels.Draw<TSampler>);
    }

    /// <inheritdoc/>
    public int Dimension => 2;

    /// <inheritdoc/>
    public EnergyGrid? FigureGrid { get; } = new(-FigureHalfSide, FigureHalfSide, FigureResolution);

    /// <inheritdoc/>
    public bool HasDensity => _density is not null;

    /// <inheritdoc/>
    public double LogDensity(ReadOnlySpan<float> point)
    {
        if (point.Length != Dimension)
            throw new ArgumentException(FormattableString.Invariant($"The point has {point.Length} numbers; expected {Dimension}."), nameof(point));
        return _density?.LogAt(point[0], point[1]) ?? throw new InvalidOperationException("The settings of this sample set leave no density: see HasDensity.");
    }

    /// <inheritdoc/>
    public void Draw(in DataDraw draw)
    {
        if (draw.Purpose is not (RandomPurpose.TrainingData or RandomPurpose.TestData))
        {
            throw new ArgumentOutOfRangeException(
                nameof(draw), draw.Purpose, $"Data is drawn for {RandomPurpose.TrainingData} or {RandomPurpose.TestData} only.");
        }

        var extent = new Index2D(draw.Samples.Batch, (int)draw.Seeds.Length);
        _draw(extent, draw.Seeds, (int)draw.Purpose, draw.Step, draw.Samples, _sampler);
    }

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);
}
