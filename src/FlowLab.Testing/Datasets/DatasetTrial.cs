using System.Globalization;
using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Random;
using FlowLab.Testing.Bench;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Testing.Datasets;

/// <summary>A dataset of a case.</summary>
internal sealed class DatasetTrial(DatasetSubject subject, DatasetCase situation, LawBench bench) : IDisposable
{
    public DatasetCase Situation => situation;

    public IDataset Data { get; } = subject.Create(bench);

    /// <summary>Where a launch wrote although it must not; empty if nowhere.</summary>
    public string Damage { get; private set; } = "";

    /// <summary>The batch of the case, [R, D, B].</summary>
    public float[] Draw(RandomPurpose purpose = RandomPurpose.TrainingData) => Draw(situation.Seeds, purpose, situation.Step);

    /// <summary>A batch for other seeds or another step, [R, D, B].</summary>
    /// <param name="seeds">The seeds, [R].</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="step">The update.</param>
    /// <param name="unset">What the buffer holds before.</param>
    public float[] Draw(IReadOnlyList<int> seeds, RandomPurpose purpose, long step, float unset = float.NaN)
    {
        using MemoryBuffer1D<int, Stride1D.Dense> seedsOnDevice = bench.Accelerator.Allocate1D(seeds.ToArray());
        using var samples = GuardedBuffer.Filled(bench.Accelerator, seeds.Count * Data.Dimension * situation.Batch, unset);
        Data.Draw(new DataDraw(seedsOnDevice.View, purpose, step, new SampleView(samples.View, Data.Dimension, situation.Batch)));
        return Read(samples);
    }

    /// <summary>Neighboring points of a part, [R, D, B].</summary>
    public float[] Gather(IPointDataset points, DataSubset subset, int first)
    {
        using var samples = GuardedBuffer.Filled(bench.Accelerator, situation.Seeds.Count * Data.Dimension * situation.Batch, float.NaN);
        points.Gather(new DataGather(subset, first, situation.Seeds.Count, new SampleView(samples.View, Data.Dimension, situation.Batch)));
        return Read(samples);
    }

    /// <inheritdoc/>
    public void Dispose() => Data.Dispose();

    private float[] Read(GuardedBuffer samples)
    {
        bench.Accelerator.Synchronize();
        float[] values = samples.Read(out int? touched);
        if (touched is { } place)
            Damage = string.Create(CultureInfo.InvariantCulture, $"the launch wrote outside of the samples, which have {values.Length} numbers, at [{place}]");
        return values;
    }
}
