using System.Numerics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Accesses to views, checked for the active lanes.</summary>
internal static unsafe class LaneChecks
{
    /// <summary>Every active lane's elements [start, start + count) must lie in a view of its length.</summary>
    /// <exception cref="IndexOutOfRangeException">FLK208.</exception>
    internal static void Verify(long* starts, long* counts, long* lengths, int active, int site)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            var (start, count, length) = (starts[lane], counts[lane], lengths[lane]);
            if (start < 0 || count < 0 || start > length - count)
                CheckSites.Refuse(site, start, count, length);
        }
    }
}
