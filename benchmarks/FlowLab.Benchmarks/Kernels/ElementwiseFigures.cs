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

    /// <summary>Floats whose copy reads and writes as many bytes as the optimizer does.</summary>
    private const int CopyLength = ParameterCount * BytesPerParameter / (2 * sizeof(float));

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
        using CopyContest contest = new(accelerator, TanhLength, run);
        Figure.Print($"{label}.tanh.10M.time", 1e3 * contest.Seconds, "ms");
        Figure.Print($"{label}.tanh.10M.copy", 1e3 * contest.CopySeconds, "ms");
        Figure.Print($"{label}.tanh.10M.time_over_copy", contest.TimeOverCopy, "x");
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
            PrintTanhByHand(contest.Seconds, values);
    }

    /// <summary>RMSprop with momentum over 5,000,000 parameters beside the bandwidth of a copy.</summary>
    public void PrintRmsProp()
    {
        using RmsPropCase step = new(accelerator, ParameterCount);
        Agreement.Check("RMSprop", step.RunOnce(), step.Expected(), RmsPropTolerance);
        using CopyContest contest = new(accelerator, CopyLength, Synchronized(step.Launch));
        double bytes = (double)ParameterCount * BytesPerParameter;
        Figure.Print($"{label}.rmsprop.5M.time", 1e3 * contest.Seconds, "ms");
        Figure.Print($"{label}.rmsprop.5M.bandwidth", bytes / contest.Seconds / 1e9, "GB/s");
        Figure.Print($"{label}.rmsprop.5M.copy_bandwidth", contest.CopyBandwidth / 1e9, "GB/s");
        Figure.Print($"{label}.rmsprop.5M.time_over_bandwidth", contest.TimeOverCopy * 2 * sizeof(float) * CopyLength / bytes, "x");
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

    private Action Synchronized(Action launch) => () =>
    {
        launch();
        accelerator.Synchronize();
    };
}
