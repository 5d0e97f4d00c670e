using FlowLab.Benchmarks.Accelerators.Samples;
using FlowLab.Benchmarks.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators;

/// <summary>
/// The kinds of kernels that ILGPU's own samples show, on every accelerator of the machine: times, and how often as long as the SIMD accelerator
/// each of the others takes for the same work. What they compute is compared first.
/// </summary>
internal static class AcceleratorFigures
{
    private static readonly (string Name, Func<Accelerator, Sample> Create)[] Samples =
    [
        ("vector_add.10k", accelerator => new VectorAdd(accelerator)),
        ("matrix.32", accelerator => new SimpleProduct(accelerator)),
        ("matrix_tiled.32", accelerator => new TiledProduct(accelerator)),
        ("mandelbrot.64", accelerator => new Mandelbrot(accelerator)),
        ("reduction.10k", accelerator => new Reduction(accelerator)),
        ("histogram.10k", accelerator => new Histogram(accelerator)),
    ];

    /// <param name="checkOnly">Only whether all compute the same.</param>
    public static int Print(bool checkOnly)
    {
        try
        {
            using SampleDevices devices = new();
            foreach ((string name, Func<Accelerator, Sample> create) in Samples)
                Print($"accelerators.{name}", create, devices, checkOnly);
            return 0;
        }
        catch (DisagreementException disagreement)
        {
            Console.Error.WriteLine(disagreement.Message);
            return 1;
        }
    }

    private static void Print(string name, Func<Accelerator, Sample> create, SampleDevices devices, bool checkOnly)
    {
        List<SampleRun> runs = [.. devices.All.Select(device => SampleRun.Of(device, create)).OfType<SampleRun>()];
        foreach (SampleRun run in runs.Skip(1))
            run.CheckAgreement(name, runs[0]);
        if (checkOnly)
            Console.WriteLine($"{name}: {string.Join(", ", runs.Select(run => run.Label))} agree");
        else
            PrintTimes(name, runs);
        runs.ForEach(run => run.Sample.Dispose());
    }

    private static void PrintTimes(string name, List<SampleRun> runs)
    {
        Contest contest = new([.. runs.Select<SampleRun, Action>(run => run.Sample.Run)]);
        for (int i = 0; i < runs.Count; i++)
            Figure.Print($"{name}.{runs[i].Label}", 1e3 * contest.Median(i), "ms");
        for (int i = 1; i < runs.Count; i++)
            Figure.Print($"{name}.{runs[i].Label}_over_simd", contest.Ratio(i, 0), "x");
    }
}
