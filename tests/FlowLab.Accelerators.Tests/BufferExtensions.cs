namespace FlowLab.Accelerators.Tests;

/// <summary>Buffers with a known content: a fresh one has none.</summary>
internal static class BufferExtensions
{
    internal static MemoryBuffer1D<T, Stride1D.Dense> AllocateZeroed<T>(this Accelerator accelerator, long length)
        where T : unmanaged
    {
        var buffer = accelerator.Allocate1D<T>(length);
        if (length > 0)
            buffer.MemSetToZero();
        accelerator.Synchronize();
        return buffer;
    }
}
