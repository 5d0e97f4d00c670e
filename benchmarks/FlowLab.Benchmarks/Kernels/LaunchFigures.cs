using System.Diagnostics;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>What a launch costs that does nothing.</summary>
internal sealed class LaunchFigures(Accelerator accelerator, string label)
{
    private const int Launches = 1000;
    private const int Instances = 1024;
    private const int Rounds = 15;

    public void Print()
    {
        var nothing = accelerator.LoadAutoGroupedStreamKernel<Index1D, int>(FigureKernels.Nothing);
        foreach (int instances in new[] { 1, Instances })
        {
            List<double> seconds = [.. Enumerable.Range(0, Rounds).Select(_ => Time(nothing, instances))];
            Figure.Print($"{label}.empty_launch_and_synchronize.{instances}", 1e6 * Figure.Median(seconds.Skip(2)), "us");
        }
    }

    private double Time(Action<Index1D, int> launch, int instances)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Launches; i++)
        {
            launch(instances, i);
            accelerator.Synchronize();
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds / Launches;
    }
}
