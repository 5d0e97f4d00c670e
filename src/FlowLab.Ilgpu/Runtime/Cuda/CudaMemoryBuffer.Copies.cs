using System.Buffers;

namespace ILGPU.Runtime.Cuda;

internal sealed unsafe partial class CudaMemoryBuffer
{
    private const int StagingInBytes = 1 << 20;

    private protected override void MemSetCore(AcceleratorStream stream, byte value, long offsetInBytes, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        var handle = HandleOf(stream);
        CudaException.ThrowIfFailed(Api, Api.Fill(At(offsetInBytes), value, (nuint)lengthInBytes, handle), "setting memory on", _accelerator);
        GC.KeepAlive(this);
    }

    /// <summary>The host's memory may move or go once the call returns, so the call waits for the copy.</summary>
    private protected override void CopyToHostCore(AcceleratorStream stream, long sourceOffsetInBytes, void* target, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        var handle = HandleOf(stream);
        CudaException.ThrowIfFailed(
            Api, Api.CopyToHost(target, At(sourceOffsetInBytes), (nuint)lengthInBytes, handle), "copying to the host from", _accelerator);
        Wait(handle);
    }

    /// <summary>The driver has read the host's memory when its function returns, unless the device reads it by itself.</summary>
    private protected override void CopyFromHostCore(AcceleratorStream stream, void* source, long targetOffsetInBytes, long lengthInBytes)
    {
        if (lengthInBytes == 0)
            return;
        var handle = HandleOf(stream);
        CudaException.ThrowIfFailed(
            Api, Api.CopyToDevice(At(targetOffsetInBytes), source, (nuint)lengthInBytes, handle), "copying from the host to", _accelerator);
        if (_accelerator.AccessesHostMemory)
            Wait(handle);
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

    private nint At(long offsetInBytes) => NativePtr + (nint)offsetInBytes;

    private nint HandleOf(AcceleratorStream stream)
    {
        var handle = CudaStream.On(_accelerator, stream).Handle;
        _accelerator.MakeCurrent();
        return handle;
    }

    private void Wait(nint stream)
    {
        CudaException.ThrowIfFailed(Api, Api.StreamSynchronize(stream), "waiting for a copy on", _accelerator);
        GC.KeepAlive(this);
    }

    private void CopyOnDevice(AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes)
    {
        var handle = HandleOf(stream);
        CudaException.ThrowIfFailed(
            Api,
            Api.CopyOnDevice(target.NativePtr + (nint)targetOffsetInBytes, At(sourceOffsetInBytes), (nuint)lengthInBytes, handle),
            "copying between buffers on",
            _accelerator);
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
