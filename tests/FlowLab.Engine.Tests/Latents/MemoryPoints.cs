using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Points given by the test; all parts are the same. The order of an epoch is a rotation that depends on the seed and the epoch.</summary>
internal sealed class MemoryPoints : IPointDataset
{
    private readonly int _count;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _points;
    private readonly Action<Index2D, int, int, int, ArrayView<int>, ArrayView<float>, SampleView> _draw;
    private readonly Action<Index2D, int, int, ArrayView<float>, SampleView> _gather;

    /// <param name="accelerator">The device.</param>
    /// <param name="values">What the numbers are.</param>
    /// <param name="points">[N][D].</param>
    public MemoryPoints(Accelerator accelerator, PointValues values, double[][] points)
    {
        Values = values;
        _count = points.Length;
        Shape = new PointShape(1, 1, points[0].Length);
        _points = accelerator.Allocate1D<float>([.. points.SelectMany(point => point.Select(x => (float)x))]);
        _draw = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, int, ArrayView<int>, ArrayView<float>, SampleView>(DrawPoints);
        _gather = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, ArrayView<float>, SampleView>(GatherPoints);
    }

    public PointShape Shape { get; }

    public PointValues Values { get; }

    public int Dimension => Shape.Dimension;

    public string Protocol => "points of a test";

    public EnergyGrid FigureGrid => throw new NotSupportedException("Points of a test have no picture.");

    /// <summary>The point at a position of the endless sequence of a seed.</summary>
    public static int IndexOf(int seed, int position, int count) => (position % count + seed * 7 + position / count * 3) % count;

    public int Count(DataSubset subset) => _count;

    public byte[]? Labels(DataSubset subset) => null;

    public void Draw(in DataDraw draw) => _draw(
        new Index2D(draw.Samples.Batch, (int)draw.Seeds.Length), checked((int)draw.Step * draw.Samples.Batch), _count,
        draw.Purpose == RandomPurpose.TrainingData ? 1 : 0, draw.Seeds, _points.View, draw.Samples);

    public void Gather(in DataGather gather) =>
        _gather(new Index2D(gather.Samples.Batch, gather.Seeds), gather.First, _count, _points.View, gather.Samples);

    public void Dispose() => _points.Dispose();

    public static void DrawPoints(
        Index2D at, int first, int count, int isShuffled, ArrayView<int> seeds, ArrayView<float> points, SampleView samples)
    {
        int position = first + at.X;
        int index = isShuffled == 1 ? IndexOf(seeds[at.Y], position, count) : position % count;
        for (int i = 0; i < samples.Features; i++)
            samples.Row(at.Y, i)[at.X] = points[index * samples.Features + i];
    }

    public static void GatherPoints(Index2D at, int first, int count, ArrayView<float> points, SampleView samples)
    {
        int index = first + at.X < count ? first + at.X : count - 1;
        for (int i = 0; i < samples.Features; i++)
            samples.Row(at.Y, i)[at.X] = points[index * samples.Features + i];
    }
}
