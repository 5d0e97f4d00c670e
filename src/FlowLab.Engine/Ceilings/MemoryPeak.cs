using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Simd;

namespace FlowLab.Engine.Ceilings;

/// <summary>
/// What all threads of an accelerator move between memory and registers, in arrays that no cache holds: the greatest rate of reading alone, copying and
/// changing in place, in several windows. What lies in caches is faster, so that work on little memory may be beyond it.
/// </summary>
public sealed unsafe class MemoryPeak
{
    private const int Windows = 5;
    private const int Length = 1 << 25;
    private const int PieceLength = 1 << 16;

    private MemoryPeak(double rate, string description) => (Rate, Description) = (rate, description);

    /// <summary>Bytes per second on all threads, read and written.</summary>
    public double Rate { get; }

    /// <summary>Which way of moving reached it.</summary>
    public string Description { get; }

    /// <summary>Measures; takes about a second, and 256 MiB for that time.</summary>
    public static MemoryPeak Measure(SimdAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var source = (float*)NativeMemory.AlignedAlloc(sizeof(float) * (nuint)Length, 64);
        var target = (float*)NativeMemory.AlignedAlloc(sizeof(float) * (nuint)Length, 64);
        try
        {
            NativeMemory.Clear(source, sizeof(float) * (nuint)Length);
            NativeMemory.Clear(target, sizeof(float) * (nuint)Length);
            (double Rate, string Name)[] ways =
            [
                (RateOf(accelerator, sizeof(float), first => Read(source + first)), "reading"),
                (RateOf(accelerator, 2 * sizeof(float), first => NativeMemory.Copy(source + first, target + first, sizeof(float) * PieceLength)), "copying"),
                (RateOf(accelerator, 2 * sizeof(float), first => Change(source + first)), "changing in place"),
            ];
            (double rate, string name) = ways.MaxBy(way => way.Rate);
            return new MemoryPeak(rate, name);
        }
        finally
        {
            NativeMemory.AlignedFree(source);
            NativeMemory.AlignedFree(target);
        }
    }

    private static double RateOf(SimdAccelerator accelerator, int bytesPerElement, Action<nint> piece)
    {
        double best = 0;
        for (int window = 0; window < Windows; window++)
        {
            int next = -1;
            long start = Stopwatch.GetTimestamp();
            accelerator.RunOnThreads(() =>
            {
                for (int at = Interlocked.Increment(ref next); at < Length / PieceLength; at = Interlocked.Increment(ref next))
                    piece((nint)at * PieceLength);
            });
            best = Math.Max(best, (double)bytesPerElement * Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Read(float* numbers)
    {
        Vector256<float> a = default, b = default, c = default, d = default;
        for (int i = 0; i < PieceLength; i += 4 * Vector256<float>.Count)
        {
            a += Vector256.LoadAligned(numbers + i);
            b += Vector256.LoadAligned(numbers + i + Vector256<float>.Count);
            c += Vector256.LoadAligned(numbers + i + (2 * Vector256<float>.Count));
            d += Vector256.LoadAligned(numbers + i + (3 * Vector256<float>.Count));
        }
        if (Vector256.Sum(a + b + c + d) != 0)
            throw new InvalidOperationException("zeros came to something else");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Change(float* numbers)
    {
        for (int i = 0; i < PieceLength; i += Vector256<float>.Count)
            (Vector256.LoadAligned(numbers + i) * 0.5f).StoreAligned(numbers + i);
    }
}
