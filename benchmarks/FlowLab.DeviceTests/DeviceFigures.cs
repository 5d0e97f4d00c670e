using System.Diagnostics;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests;

/// <summary>Times of a device, medians of several runs: one line per figure, name, value and unit.</summary>
internal static class DeviceFigures
{
    private const int Runs = 9;
    private const int Elements = 10_000_000;
    private const int Side = 1024;

    internal static int Run(Accelerator accelerator)
    {
        var empty = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(Nothing);
        var tanh = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(Tanh);
        using var source = accelerator.Allocate1D<float>(Elements);
        using var target = accelerator.Allocate1D<float>(Elements);
        Print("launch-and-wait", Median(accelerator, () => empty(1, source.View)) * 1e6, "us");
        var copy = Median(accelerator, () => target.View.CopyFrom(accelerator.DefaultStream, source.View));
        Print("copy", 2.0 * sizeof(float) * Elements / copy / 1e9, "GB/s");
        Print("tanh-over-copy", Median(accelerator, () => tanh(Elements, source.View, target.View)) / copy, "x");
        using var products = MatrixMultiply.Of(accelerator);
        using var factors = accelerator.Allocate1D<float>(3 * Side * Side);
        MatrixView Part(int number) => MatrixView.Shared(factors.View.BaseView.SubView(number * Side * Side, Side * Side), Side, Side);
        var product = Median(accelerator, () => products.Multiply(accelerator.DefaultStream, 1, Part(0), Part(1), MatrixOutput.Assign(Part(2))));
        Print($"product-{Side}", 2.0 * Side * Side * Side / product / 1e9, "GFLOP/s");
        return 0;
    }

    private static void Print(string name, double value, string unit) => Console.WriteLine($"  {name} {value:F2} {unit}");

    private static double Median(Accelerator accelerator, Action run)
    {
        var times = new double[Runs];
        run();
        accelerator.Synchronize();
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            accelerator.Synchronize();
            times[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }

    private static void Nothing(Index1D i, ArrayView<float> data)
    {
        if (i.X > 1)
            data[i] = 0f;
    }

    private static void Tanh(Index1D i, ArrayView<float> source, ArrayView<float> target) => target[i] = XMath.Tanh(source[i]);
}
