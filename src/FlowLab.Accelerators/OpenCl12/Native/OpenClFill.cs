using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Sets bytes of a buffer: by the largest pattern that fits, as drivers are slow with small ones.</summary>
internal static unsafe class OpenClFill
{
    private const int LargestPattern = 128;

    internal static OpenClStatus Enqueue(nint queue, nint buffer, byte value, long offsetInBytes, long lengthInBytes)
    {
        var pattern = stackalloc byte[LargestPattern];
        Unsafe.InitBlock(pattern, value, LargestPattern);
        var size = SizeOf(offsetInBytes, lengthInBytes);
        return OpenClApi.EnqueueFillBuffer(queue, buffer, pattern, (nuint)size, (nuint)offsetInBytes, (nuint)lengthInBytes, 0, null, null);
    }

    /// <summary>Sets a buffer to a number; the bytes beyond the last whole one to its lowest byte.</summary>
    internal static OpenClStatus Enqueue(nint queue, nint buffer, uint number, long lengthInBytes)
    {
        var whole = lengthInBytes & -sizeof(uint);
        var status = whole == 0
            ? OpenClStatus.CL_SUCCESS
            : OpenClApi.EnqueueFillBuffer(queue, buffer, &number, sizeof(uint), 0, (nuint)whole, 0, null, null);
        return status == OpenClStatus.CL_SUCCESS && whole < lengthInBytes
            ? Enqueue(queue, buffer, unchecked((byte)number), whole, lengthInBytes - whole)
            : status;
    }

    /// <summary>A power of two that offset and length are multiples of.</summary>
    private static long SizeOf(long offsetInBytes, long lengthInBytes)
    {
        var both = offsetInBytes | lengthInBytes | LargestPattern;
        return both & -both;
    }
}
