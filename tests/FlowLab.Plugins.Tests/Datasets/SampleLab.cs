using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>Sample sets by name, and their points on the host.</summary>
internal static class SampleLab
{
    public static readonly string[] Names = ["two-moons", "eight-gaussians", "checkerboard", "pinwheel"];

    public static IDataset Create(string name, Accelerator accelerator) => name switch
    {
        "two-moons" => new TwoMoons(new TwoMoonsSettings(), accelerator),
        "eight-gaussians" => new EightGaussians(new EightGaussiansSettings(), accelerator),
        "checkerboard" => new Checkerboard(accelerator),
        "pinwheel" => new Pinwheel(new PinwheelSettings(), accelerator),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such sample set."),
    };

    /// <summary>[R, 2, B].</summary>
    public static float[] Draw(
        CpuLab lab, IDataset data, int[] seeds, int batch, long step = 0, RandomPurpose purpose = RandomPurpose.TrainingData)
    {
        var unset = new float[seeds.Length * 2 * batch];
        Array.Fill(unset, float.NaN);
        using MemoryBuffer1D<int, Stride1D.Dense> seedBuffer = lab.Upload(seeds);
        using MemoryBuffer1D<float, Stride1D.Dense> samples = lab.Upload(unset);
        data.Draw(new DataDraw(seedBuffer.View, purpose, step, new SampleView(samples.View, 2, batch)));
        return lab.Download(samples);
    }

    /// <summary>Points of one seed as pairs of doubles.</summary>
    public static (double X, double Y)[] Points(CpuLab lab, IDataset data, int batch)
    {
        float[] samples = Draw(lab, data, [6], batch);
        return [.. Enumerable.Range(0, batch).Select(i => ((double)samples[i], (double)samples[batch + i]))];
    }
}
