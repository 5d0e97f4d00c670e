using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Plain copies on the processor, a part per thread: the runtime's own, and a loop of loads and stores.</summary>
internal static unsafe class HostCopy
{
    public static void ByRuntime(MemoryBuffer1D<float, Stride1D.Dense> source, MemoryBuffer1D<float, Stride1D.Dense> target)
    {
        (nint from, nint to) = (source.NativePtr, target.NativePtr);
        HostThreads.Run((int)source.Length, (first, end) => NativeMemory.Copy(
            (float*)from + first, (float*)to + first, (nuint)(end - first) * sizeof(float)));
    }

    public static void ByLoop(MemoryBuffer1D<float, Stride1D.Dense> source, MemoryBuffer1D<float, Stride1D.Dense> target)
    {
        (nint from, nint to) = (source.NativePtr, target.NativePtr);
        HostThreads.Run((int)source.Length, (first, end) => CopyRange((float*)from, (float*)to, first, end));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRange(float* source, float* target, int first, int end)
    {
        for (; first + Vector512<float>.Count <= end; first += Vector512<float>.Count)
            Vector512.Store(Vector512.Load(source + first), target + first);
        for (; first < end; first++)
            target[first] = source[first];
    }
}
