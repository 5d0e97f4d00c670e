using System.Buffers;

namespace ILGPU.Runtime.OpenCL;

internal sealed unsafe partial class CLMemoryBuffer
{
    private const uint Blocking = 1;
    private const int StagingInBytes = 1 << 20;

    private protected override void MemSetCore(AcceleratorStream stream, byte value, long offsetInBytes, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        var queue = CLStream.On(_accelerator, stream).Queue;
        CLException.ThrowIfFailed(CLFill.Enqueue(queue, NativePtr, value, offsetInBytes, lengthInBytes), "setting memory on", _accelerator);
        GC.KeepAlive(this);
    }

    /// <summary>The host's memory may move or go once the call returns, so the call waits for the copy.</summary>
    private protected override void CopyToHostCore(AcceleratorStream stream, long sourceOffsetInBytes, void* target, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        var queue = CLStream.On(_accelerator, stream).Queue;
        CLException.ThrowIfFailed(
            CLNative.EnqueueReadBuffer(queue, NativePtr, Blocking, (nuint)sourceOffsetInBytes, (nuint)lengthInBytes, target, 0, null, null),
            "copying to the host from", _accelerator);
        GC.KeepAlive(this);
    }

    private protected override void CopyFromHostCore(AcceleratorStream stream, void* source, long targetOffsetInBytes, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        var queue = CLStream.On(_accelerator, stream).Queue;
        CLException.ThrowIfFailed(
            CLNative.EnqueueWriteBuffer(queue, NativePtr, Blocking, (nuint)targetOffsetInBytes, (nuint)lengthInBytes, source, 0, null, null),
            "copying from the host to", _accelerator);
        GC.KeepAlive(this);
    }

    private protected override void CopyToBufferCore(
        AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        if (target.AcceleratorType == AcceleratorType.CPU)
            CopyToHostCore(stream, sourceOffsetInBytes, (byte*)target.NativePtr + targetOffsetInBytes, lengthInBytes);
        else if (target.Accelerator == Accelerator && target.NativePtr != NativePtr)
            CopyOnDevice(stream, sourceOffsetInBytes, target, targetOffsetInBytes, lengthInBytes);
        else
            CopyThroughHost(stream, sourceOffsetInBytes, target, targetOffsetInBytes, lengthInBytes);
        GC.KeepAlive(target);
    }

    private void CopyOnDevice(AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes)
    {
        var queue = CLStream.On(_accelerator, stream).Queue;
        CLException.ThrowIfFailed(
            CLNative.EnqueueCopyBuffer(
                queue, NativePtr, target.NativePtr, (nuint)sourceOffsetInBytes, (nuint)targetOffsetInBytes, (nuint)lengthInBytes, 0, null, null),
            "copying between buffers on", _accelerator);
        GC.KeepAlive(this);
    }

    /// <summary>To another device, or within one buffer, where the places may overlap: from the end that is not overwritten first.</summary>
    private void CopyThroughHost(AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes)
    {
        var staging = ArrayPool<byte>.Shared.Rent((int)Math.Min(lengthInBytes, StagingInBytes));
        var isBackward = sourceOffsetInBytes < targetOffsetInBytes;
        fixed (byte* memory = staging)
        {
            for (long done = 0, count; done < lengthInBytes; done += count)
            {
                count = Math.Min(staging.Length, lengthInBytes - done);
                var at = isBackward ? lengthInBytes - done - count : done;
                CopyToHostCore(stream, sourceOffsetInBytes + at, memory, count);
                target.CopyFromHost(stream, memory, targetOffsetInBytes + at, count);
            }
        }

        ArrayPool<byte>.Shared.Return(staging);
    }
}
