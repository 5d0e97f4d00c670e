namespace FlowLab.Benchmarks.Kernels;

/// <summary>What a user writes by hand: one loop per processor, on threads that are there already and never do each other's part.</summary>
internal static class HostThreads
{
    private static readonly Barrier Gate = new(Environment.ProcessorCount);
    private static Action<int> _work = _ => { };

    static HostThreads()
    {
        for (int i = 1; i < Count; i++)
        {
            int thread = i;
            new Thread(() => Loop(thread)) { IsBackground = true }.Start();
        }
    }

    public static int Count { get; } = Environment.ProcessorCount;

    /// <summary>Runs [0, count) in equal ranges, one per thread. Not to be called from several threads.</summary>
    public static void Run(int count, Action<int, int> range)
    {
        _work = thread => range((int)((long)count * thread / Count), (int)((long)count * (thread + 1) / Count));
        Gate.SignalAndWait();
        _work(0);
        Gate.SignalAndWait();
    }

    private static void Loop(int thread)
    {
        while (true)
        {
            Gate.SignalAndWait();
            _work(thread);
            Gate.SignalAndWait();
        }
    }
}
