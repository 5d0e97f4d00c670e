using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>A device with the tables of one run, and the points of datasets on the host.</summary>
internal sealed class PointLab : IDisposable
{
    private readonly KernelLab _lab;

    public PointLab(KernelDevice device)
    {
        _lab = KernelLab.Open(device);
        Tables = new PointTables(Accelerator);
    }

    public Accelerator Accelerator => _lab.Accelerator;

    public PointTables Tables { get; }

    /// <summary>[R, D, B], as one array.</summary>
    public float[] Draw(IDataset data, int[] seeds, int batch, long step, RandomPurpose purpose = RandomPurpose.TrainingData)
    {
        using MemoryBuffer1D<int, Stride1D.Dense> seedBuffer = Accelerator.Allocate1D(seeds);
        return Read(data, seeds.Length, batch, samples => data.Draw(new DataDraw(seedBuffer.View, purpose, step, samples)));
    }

    /// <summary>[R, D, B], as one array.</summary>
    public float[] Gather(IPointDataset data, DataSubset subset, int first, int batch, int seeds = 1) =>
        Read(data, seeds, batch, samples => data.Gather(new DataGather(subset, first, seeds, samples)));

    /// <summary>The points of one seed of [R, D, B], each [D].</summary>
    public static float[][] Points(float[] samples, int dimension, int batch, int position = 0) =>
    [
        .. Enumerable.Range(0, batch).Select(s =>
            Enumerable.Range(0, dimension).Select(d => samples[(position * dimension + d) * batch + s]).ToArray()),
    ];

    public void Dispose()
    {
        Tables.Dispose();
        _lab.Dispose();
    }

    private float[] Read(IDataset data, int seeds, int batch, Action<SampleView> fill)
    {
        var unset = new float[seeds * data.Dimension * batch];
        Array.Fill(unset, float.NaN);
        using MemoryBuffer1D<float, Stride1D.Dense> samples = Accelerator.Allocate1D(unset);
        fill(new SampleView(samples.View, data.Dimension, batch));
        Accelerator.Synchronize();
        return samples.View.GetAsArray1D();
    }
}
