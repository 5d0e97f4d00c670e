using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Kernels that should be as fast as memory, on any device, beside a plain copy there.</summary>
/// <param name="accelerator">The device.</param>
/// <param name="label">What figures of the device are called.</param>
internal sealed class ElementwiseFigures(Accelerator accelerator, string label)
{
    private const int TanhLength = 10_000_000;
    private const int ParameterCount = 5_000_000;
    private const int BytesPerTanh = 2 * sizeof(float);

    /// <summary>Parameter, mean square and velocity are read and written, the gradient is read.</summary>
    private const int BytesPerParameter = 7 * sizeof(float);

    private const double TanhUlps = 4;
    private const double RmsPropTolerance = 1e-6;

    /// <summary>10,000,000 x tanh beside a copy of the same bytes.</summary>
    public void PrintTanh()
    {
        float[] values = RandomData.Uniform(TanhLength, 3, 4f);
        using var source = accelerator.Allocate1D(values);
        using var target = accelerator.Allocate1D<float>(TanhLength);
        var tanh = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(FigureKernels.Tanh);
        Action run = Synchronized(() => tanh(TanhLength, source.View, target.View));
        run();
        Agreement.Check("tanh, in ulps", LargestError(values, target.GetAsArray1D()), TanhUlps);
        Contest contest = new(run, CopyOf(source, target));
        Figure.Print($"{label}.tanh.10M.time", 1e3 * contest.Median(0), "ms");
        Figure.Print($"{label}.tanh.10M.copy", 1e3 * contest.Median(1), "ms");
        Figure.Print($"{label}.tanh.10M.time_over_copy", contest.Ratio(0, 1), "x");
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
            PrintTanhByHand(contest.Median(0), values);
    }

    /// <summary>RMSprop with momentum over 5,000,000 parameters beside the bandwidth of a copy.</summary>
    public void PrintRmsProp()
    {
        using RmsPropCase step = new(accelerator, ParameterCount);
        Agreement.Check("RMSprop", step.RunOnce(), step.Expected(), RmsPropTolerance);
        using var source = accelerator.Allocate1D<float>(TanhLength);
        using var target = accelerator.Allocate1D<float>(TanhLength);
        Contest contest = new(Synchronized(step.Launch), CopyOf(source, target));
        double bytes = (double)ParameterCount * BytesPerParameter, copiedBytes = (double)TanhLength * BytesPerTanh;
        Figure.Print($"{label}.rmsprop.5M.time", 1e3 * contest.Median(0), "ms");
        Figure.Print($"{label}.rmsprop.5M.bandwidth", bytes / contest.Median(0) / 1e9, "GB/s");
        Figure.Print($"{label}.rmsprop.5M.copy_bandwidth", copiedBytes / contest.Median(1) / 1e9, "GB/s");
        Figure.Print($"{label}.rmsprop.5M.time_over_bandwidth", contest.Ratio(0, 1) * copiedBytes / bytes, "x");
    }

    private static double LargestError(float[] arguments, float[] results)
    {
        double largest = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            double exact = Math.Tanh(arguments[i]);
            largest = Math.Max(largest, Math.Abs(results[i] - exact) / (MathF.BitIncrement(MathF.Abs((float)exact)) - MathF.Abs((float)exact)));
        }
        return largest;
    }

    private static void PrintTanhByHand(double seconds, float[] values)
    {
        float[] target = new float[values.Length];
        Contest loop = new(() => HostThreads.Run(values.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
                target[i] = MathF.Tanh(values[i]);
        }));
        Figure.Print("kernels.cpu.tanh.10M.scalar_loop_over_time", loop.Median(0) / seconds, "x");
    }

    /// <summary>A plain copy: on the CPU a memory copy per thread, elsewhere the device's own copy.</summary>
    private Action CopyOf(MemoryBuffer1D<float, Stride1D.Dense> source, MemoryBuffer1D<float, Stride1D.Dense> target) =>
        accelerator.AcceleratorType == AcceleratorType.CPU
            ? () => HostCopy.Run(source, target)
            : Synchronized(() => source.View.BaseView.CopyTo(accelerator.DefaultStream, target.View.BaseView));

    private Action Synchronized(Action launch) => () =>
    {
        launch();
        accelerator.Synchronize();
    };
}
