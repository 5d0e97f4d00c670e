using System.Buffers;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Copies piece by piece through memory of the host: between accelerators, and where places overlap.</summary>
internal sealed unsafe partial class OpenCl12Buffer
{
    private const int StagingInBytes = 1 << 20;

    private delegate void CopyPiece(long offsetInBytes, nint memory, long lengthInBytes);

    private static void InPieces(long lengthInBytes, bool isBackward, CopyPiece copy)
    {
        var staging = ArrayPool<byte>.Shared.Rent((int)Math.Min(lengthInBytes, StagingInBytes));
        fixed (byte* memory = staging)
        {
            for (long done = 0, count; done < lengthInBytes; done += count)
            {
                count = Math.Min(staging.Length, lengthInBytes - done);
                copy(isBackward ? lengthInBytes - done - count : done, (nint)memory, count);
            }
        }

        ArrayPool<byte>.Shared.Return(staging);
    }

    /// <summary>From the end that is not overwritten first.</summary>
    private void CopyOverlapping(AcceleratorStream stream, long from, long to, long length) => InPieces(length, from < to, (at, memory, count) =>
    {
        Read(stream, from + at, memory, count);
        Write(stream, memory, to + at, count);
    });

    private void CopyThroughHost(AcceleratorStream stream, long from, BufferPlace target, long length) => InPieces(length, isBackward: false, (at, memory, count) =>
    {
        Read(stream, from + at, memory, count);
        HostCopies.ToBuffer(stream, memory, count, target.At(at));
    });

    private void CopyThroughHost(AcceleratorStream stream, BufferPlace source, long to, long length) => InPieces(length, isBackward: false, (at, memory, count) =>
    {
        HostCopies.FromBuffer(stream, source.At(at), memory, count);
        Write(stream, memory, to + at, count);
    });
}
