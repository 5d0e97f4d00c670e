using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>The memory copy of the runtime, each thread a part.</summary>
internal static unsafe class HostCopy
{
    public static void Run(MemoryBuffer1D<float, Stride1D.Dense> source, MemoryBuffer1D<float, Stride1D.Dense> target)
    {
        (nint from, nint to) = (source.NativePtr, target.NativePtr);
        HostThreads.Run((int)source.Length, (first, end) => NativeMemory.Copy(
            (float*)from + first, (float*)to + first, (nuint)(end - first) * sizeof(float)));
    }
}
