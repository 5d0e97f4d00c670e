namespace FlowLab.Benchmarks.Kernels;

/// <summary>What a user writes by hand: one loop per processor.</summary>
internal static class HostThreads
{
    public static int Count { get; } = Environment.ProcessorCount;

    /// <summary>Runs [0, count) in equal ranges, one per thread.</summary>
    public static void Run(int count, Action<int, int> range) => Parallel.For(0, Count, thread =>
        range((int)((long)count * thread / Count), (int)((long)count * (thread + 1) / Count)));
}
