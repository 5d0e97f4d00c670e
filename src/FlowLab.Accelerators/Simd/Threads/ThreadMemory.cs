using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>Memory of the running thread that kernels use while they run: it grows to what the largest kernel needs and stays.</summary>
internal sealed unsafe class ThreadMemory
{
    private const int AlignmentInBytes = 64;

    [ThreadStatic]
    private static ThreadMemory? _current;

    private void* _memory;
    private long _sizeInBytes;

    ~ThreadMemory() => NativeMemory.AlignedFree(_memory);

    /// <summary>The address of at least this many bytes, whose content is undefined. The next call may give the same ones.</summary>
    internal static long OfSize(long sizeInBytes)
    {
        var memory = _current ??= new();
        if (memory._sizeInBytes < sizeInBytes)
            memory.Grow(sizeInBytes);
        return (long)memory._memory;
    }

    private void Grow(long sizeInBytes)
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
        _sizeInBytes = 0;
        _memory = NativeMemory.AlignedAlloc((nuint)sizeInBytes, AlignmentInBytes);
        _sizeInBytes = sizeInBytes;
    }
}
