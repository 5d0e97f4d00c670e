using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Sets bytes of a buffer: by the largest pattern that fits, as drivers are slow with small ones.</summary>
internal static unsafe class CLFill
{
    private const int LargestPattern = 128;

    internal static CLStatus Enqueue(nint queue, nint buffer, byte value, long offsetInBytes, long lengthInBytes)
    {
        var pattern = stackalloc byte[LargestPattern];
        Unsafe.InitBlock(pattern, value, LargestPattern);
        var size = SizeOf(offsetInBytes, lengthInBytes);
        return CLNative.EnqueueFillBuffer(queue, buffer, pattern, (nuint)size, (nuint)offsetInBytes, (nuint)lengthInBytes, 0, null, null);
    }

    /// <summary>A power of two that offset and length are multiples of.</summary>
    private static long SizeOf(long offsetInBytes, long lengthInBytes)
    {
        var both = offsetInBytes | lengthInBytes | LargestPattern;
        return both & -both;
    }
}
