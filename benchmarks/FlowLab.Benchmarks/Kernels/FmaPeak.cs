using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>
/// What all processors do in fused multiply-adds alone: independent chains in registers, more than latency times throughput, no memory. The rate
/// is the greatest of several windows: it is a bound for others, and a window can only be disturbed downwards.
/// </summary>
internal static class FmaPeak
{
    private const int Chains = 12;
    private const int Steps = 2_000_000;
    private const int Windows = 15;

    /// <summary>Operations per second on all threads, in units of 1e9.</summary>
    public static double Measure()
    {
        double greatest = 0;
        int lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        for (int window = 0; window < Windows; window++)
        {
            long start = Stopwatch.GetTimestamp();
            HostThreads.Run(HostThreads.Count, static (_, _) => Sink(Vector512.IsHardwareAccelerated ? Run512(0.5f, Steps) : Run256(0.5f, Steps)));
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            greatest = Math.Max(greatest, 2.0 * lanes * Chains * Steps * HostThreads.Count / seconds / 1e9);
        }
        return greatest;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sink(float value)
    {
        if (value == -1)
            Console.Error.WriteLine(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run512(float factor, int steps)
    {
        Vector512<float> f = Vector512.Create(factor), b = Vector512.Create(1f);
        Vector512<float> x0 = b, x1 = b, x2 = b, x3 = b, x4 = b, x5 = b, x6 = b, x7 = b, x8 = b, x9 = b, x10 = b, x11 = b;
        for (int i = 0; i < steps; i++)
        {
            x0 = Vector512.FusedMultiplyAdd(x0, f, b);
            x1 = Vector512.FusedMultiplyAdd(x1, f, b);
            x2 = Vector512.FusedMultiplyAdd(x2, f, b);
            x3 = Vector512.FusedMultiplyAdd(x3, f, b);
            x4 = Vector512.FusedMultiplyAdd(x4, f, b);
            x5 = Vector512.FusedMultiplyAdd(x5, f, b);
            x6 = Vector512.FusedMultiplyAdd(x6, f, b);
            x7 = Vector512.FusedMultiplyAdd(x7, f, b);
            x8 = Vector512.FusedMultiplyAdd(x8, f, b);
            x9 = Vector512.FusedMultiplyAdd(x9, f, b);
            x10 = Vector512.FusedMultiplyAdd(x10, f, b);
            x11 = Vector512.FusedMultiplyAdd(x11, f, b);
        }
        return Vector512.Sum(x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run256(float factor, int steps)
    {
        Vector256<float> f = Vector256.Create(factor), b = Vector256.Create(1f);
        Vector256<float> x0 = b, x1 = b, x2 = b, x3 = b, x4 = b, x5 = b, x6 = b, x7 = b, x8 = b, x9 = b, x10 = b, x11 = b;
        for (int i = 0; i < steps; i++)
        {
            x0 = Vector256.FusedMultiplyAdd(x0, f, b);
            x1 = Vector256.FusedMultiplyAdd(x1, f, b);
            x2 = Vector256.FusedMultiplyAdd(x2, f, b);
            x3 = Vector256.FusedMultiplyAdd(x3, f, b);
            x4 = Vector256.FusedMultiplyAdd(x4, f, b);
            x5 = Vector256.FusedMultiplyAdd(x5, f, b);
            x6 = Vector256.FusedMultiplyAdd(x6, f, b);
            x7 = Vector256.FusedMultiplyAdd(x7, f, b);
            x8 = Vector256.FusedMultiplyAdd(x8, f, b);
            x9 = Vector256.FusedMultiplyAdd(x9, f, b);
            x10 = Vector256.FusedMultiplyAdd(x10, f, b);
            x11 = Vector256.FusedMultiplyAdd(x11, f, b);
        }
        return Vector256.Sum(x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11);
    }
}
