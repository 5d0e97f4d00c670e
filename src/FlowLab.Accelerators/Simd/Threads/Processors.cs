using System.Numerics;
using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// On which processor threads run. Linux likes to wake a thread where the one that woke it runs, and then to leave both there although another
/// processor is idle: a worker that came late once would come late for as long as the program runs. Elsewhere than on Linux nothing is known, and nothing done.
/// </summary>
internal static unsafe partial class Processors
{
    /// <summary>Bytes of a mask: 1024 processors, what the C library's own masks have. With more, the calls fail and threads stay where they are.</summary>
    private const int MaskSize = 128;

    private static readonly bool IsKnown = Find();

    /// <summary>The processor of this thread; -1 where it is not known.</summary>
    internal static int Current => IsKnown ? GetCurrent() : -1;

    /// <summary>Goes to another processor than this one, where this thread may and there is a processor for each of a number of threads. It may come back later.</summary>
    /// <returns>Whether it went.</returns>
    internal static bool Leave(int processor, int threads)
    {
        ulong* allowed = stackalloc ulong[MaskSize / sizeof(ulong)];
        if (processor is < 0 or >= MaskSize * 8 || !IsKnown || GetMask(0, MaskSize, allowed) != 0 || CountOf(allowed) < Math.Max(2, threads))
            return false;
        ulong* others = stackalloc ulong[MaskSize / sizeof(ulong)];
        new ReadOnlySpan<ulong>(allowed, MaskSize / sizeof(ulong)).CopyTo(new Span<ulong>(others, MaskSize / sizeof(ulong)));
        others[processor / 64] &= ~(1UL << (processor % 64));
        // What the second call says counts as well: a thread that stays shut out would be no better placed than before.
        return SetMask(0, MaskSize, others) == 0 && SetMask(0, MaskSize, allowed) == 0;
    }

    private static int CountOf(ulong* mask)
    {
        int count = 0;
        for (int i = 0; i < MaskSize / sizeof(ulong); i++)
            count += BitOperations.PopCount(mask[i]);
        return count;
    }

    private static bool Find()
    {
        try
        {
            return OperatingSystem.IsLinux() && GetCurrent() >= 0;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    [SuppressGCTransition]
    private static partial int GetCurrent();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetMask(int thread, nint size, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetMask(int thread, nint size, ulong* mask);
}
