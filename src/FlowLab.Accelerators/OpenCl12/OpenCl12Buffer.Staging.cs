using System.Buffers;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Copies piece by piece through memory of the host: between accelerators, and where places overlap.</summary>
internal sealed unsafe partial class OpenCl12Buffer
{
    private const int StagingInBytes = 1 << 20;

    private delegate void CopyPiece(long offsetInBytes, byte* memory, long lengthInBytes);

    private static void InPieces(long lengthInBytes, bool isBackward, CopyPiece copy)
    {
        var staging = ArrayPool<byte>.Shared.Rent((int)Math.Min(lengthInBytes, StagingInBytes));
        fixed (byte* memory = staging)
        {
            for (long done = 0, count; done < lengthInBytes; done += count)
            {
                count = Math.Min(staging.Length, lengthInBytes - done);
                copy(isBackward ? lengthInBytes - done - count : done, memory, count);
            }
        }

        ArrayPool<byte>.Shared.Return(staging);
    }

    /// <summary>A stream of the other accelerator, after what is queued on the one that was given.</summary>
    private static AcceleratorStream StreamOf(MemoryBuffer other, AcceleratorStream stream)
    {
        if (stream.Accelerator == other.Accelerator)
            return stream;
        stream.Synchronize();
        return other.Accelerator.DefaultStream;
    }

    /// <summary>From the end that is not overwritten first.</summary>
    private void CopyOverlapping(AcceleratorStream stream, long from, long to, long length) => InPieces(length, from < to, (at, memory, count) =>
    {
        Read(stream, from + at, memory, count);
        Write(stream, memory, to + at, count);
    });

    private void CopyThroughHost(AcceleratorStream stream, long from, MemoryBuffer target, long to, long length)
    {
        var theirs = StreamOf(target, stream);
        InPieces(length, isBackward: false, (at, memory, count) =>
        {
            Read(stream, from + at, memory, count);
            using var piece = CPUMemoryBuffer.Create(target.Accelerator, (nint)memory, count, sizeof(byte));
            target.CopyFrom(theirs, piece.AsRawArrayView(), to + at);
            theirs.Synchronize();
        });
    }

    private void CopyThroughHost(AcceleratorStream stream, MemoryBuffer source, long from, long to, long length)
    {
        var theirs = StreamOf(source, stream);
        InPieces(length, isBackward: false, (at, memory, count) =>
        {
            using var piece = CPUMemoryBuffer.Create(source.Accelerator, (nint)memory, count, sizeof(byte));
            source.CopyTo(theirs, from + at, piece.AsRawArrayView());
            theirs.Synchronize();
            Write(stream, memory, to + at, count);
        });
    }
}
