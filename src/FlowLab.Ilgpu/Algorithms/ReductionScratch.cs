using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Memory for what the groups of a reduction found: one buffer per stream and element size, since work of one stream never overlaps.</summary>
internal static class ReductionScratch
{
    private static readonly ConditionalWeakTable<AcceleratorStream, ConcurrentDictionary<int, MemoryBuffer>> Buffers = [];

    internal static ArrayView<T> Of<T>(AcceleratorStream stream, int length)
        where T : unmanaged
    {
        var buffers = Buffers.GetValue(stream, static _ => new());
        var buffer = buffers.GetOrAdd(Interop.SizeOf<T>(), static (size, stream) => stream.Accelerator.AllocateRaw(ReductionPlan.MostGroups, size), stream);
        return buffer.AsArrayView<T>(0, length);
    }
}
