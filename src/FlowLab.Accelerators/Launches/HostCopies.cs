using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Launches;

/// <summary>Copies between memory of the host and buffers of any other accelerator, done when the call returns.</summary>
internal static class HostCopies
{
    internal static void ToBuffer(AcceleratorStream stream, nint memory, long lengthInBytes, BufferPlace target)
    {
        var theirs = StreamOf(target.Buffer, stream);
        using var piece = CPUMemoryBuffer.Create(target.Buffer.Accelerator, memory, lengthInBytes, sizeof(byte));
        target.Buffer.CopyFrom(theirs, piece.AsRawArrayView(), target.OffsetInBytes);
        theirs.Synchronize();
    }

    internal static void FromBuffer(AcceleratorStream stream, BufferPlace source, nint memory, long lengthInBytes)
    {
        var theirs = StreamOf(source.Buffer, stream);
        using var piece = CPUMemoryBuffer.Create(source.Buffer.Accelerator, memory, lengthInBytes, sizeof(byte));
        source.Buffer.CopyTo(theirs, source.OffsetInBytes, piece.AsRawArrayView());
        theirs.Synchronize();
    }

    /// <summary>A stream of the other accelerator, after what is queued on the one that was given.</summary>
    private static AcceleratorStream StreamOf(MemoryBuffer other, AcceleratorStream stream)
    {
        if (stream.Accelerator == other.Accelerator)
            return stream;
        stream.Synchronize();
        return other.Accelerator.DefaultStream;
    }
}
