using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Energies;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>Energies by name, and their values on points of the host.</summary>
internal static class EnergyLab
{
    public static readonly string[] Names = ["U1", "U2", "U3", "U4"];

    public static IEnergy Create(string name, Accelerator accelerator, EnergySettings? settings = null)
    {
        settings ??= new EnergySettings();
        return name switch
        {
            "U1" => new U1(settings, accelerator),
            "U2" => new U2(settings, accelerator),
            "U3" => new U3(settings, accelerator),
            "U4" => new U4(settings, accelerator),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such energy."),
        };
    }

    /// <summary>Energy and scaled gradient of <paramref name="points"/>, [R, 2, B].</summary>
    public static (float[] Energy, float[] Gradient) WithGradient(CpuLab lab, IEnergy energy, int seeds, float[] points, float scale = 1)
    {
        int batch = points.Length / (2 * seeds);
        using MemoryBuffer1D<float, Stride1D.Dense> state = lab.Upload(points);
        using MemoryBuffer1D<float, Stride1D.Dense> values = lab.Upload(Unset(seeds * batch));
        using MemoryBuffer1D<float, Stride1D.Dense> gradient = lab.Upload(Unset(points.Length));
        energy.EvaluateWithGradient(new EnergyPass(
            seeds, new SampleView(state.View, 2, batch), values.View, new SampleView(gradient.View, 2, batch), scale));
        return (lab.Download(values), lab.Download(gradient));
    }

    /// <summary>Energy of <paramref name="points"/>, [R, 2, B].</summary>
    public static float[] Values(CpuLab lab, IEnergy energy, int seeds, float[] points)
    {
        int batch = points.Length / (2 * seeds);
        using MemoryBuffer1D<float, Stride1D.Dense> state = lab.Upload(points);
        using MemoryBuffer1D<float, Stride1D.Dense> values = lab.Upload(Unset(seeds * batch));
        energy.Evaluate(new EnergyPass(seeds, new SampleView(state.View, 2, batch), values.View, default, 0));
        return lab.Download(values);
    }

    private static float[] Unset(int length)
    {
        var values = new float[length];
        Array.Fill(values, float.NaN);
        return values;
    }
}
