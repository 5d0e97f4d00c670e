using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

internal sealed unsafe partial class OpenCl12Buffer
{
    private const uint Blocking = 1;

    protected override void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView)
    {
        if (targetView.Length == 0)
            return;
        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        var offset = BufferPlace.Of(targetView).OffsetInBytes;
        OpenCl12Exception.ThrowIfFailed(OpenClFill.Enqueue(queue, NativePtr, value, offset, targetView.Length), "setting memory on", _accelerator);
        GC.KeepAlive(this);
    }

    protected override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var (from, target, length) = (BufferPlace.Of(sourceView).OffsetInBytes, BufferPlace.Of(targetView), targetView.Length);
        if (length == 0)
            return;
        if (target.Buffer is OpenCl12Buffer ours && ours._accelerator == _accelerator)
            CopyWithin(stream, from, ours, target.OffsetInBytes, length);
        else if (target.IsOnHost)
            Read(stream, from, target.Address, length);
        else
            CopyThroughHost(stream, from, target, length);
        GC.KeepAlive(target.Buffer);
    }

    protected override void CopyFrom(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var (source, to, length) = (BufferPlace.Of(sourceView), BufferPlace.Of(targetView).OffsetInBytes, sourceView.Length);
        if (length == 0)
            return;
        if (source.Buffer is OpenCl12Buffer ours && ours._accelerator == _accelerator)
            ours.CopyWithin(stream, source.OffsetInBytes, this, to, length);
        else if (source.IsOnHost)
            Write(stream, source.Address, to, length);
        else
            CopyThroughHost(stream, source, to, length);
        GC.KeepAlive(source.Buffer);
    }

    /// <summary>The host's memory may move or go once the call returns, so the call waits for the copy.</summary>
    private void Read(AcceleratorStream stream, long offsetInBytes, nint target, long lengthInBytes)
    {
        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        OpenCl12Exception.ThrowIfFailed(
            OpenClApi.EnqueueReadBuffer(queue, NativePtr, Blocking, (nuint)offsetInBytes, (nuint)lengthInBytes, (void*)target, 0, null, null),
            "copying to the host from", _accelerator);
        GC.KeepAlive(this);
    }

    /// <inheritdoc cref="Read"/>
    private void Write(AcceleratorStream stream, nint source, long offsetInBytes, long lengthInBytes)
    {
        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        OpenCl12Exception.ThrowIfFailed(
            OpenClApi.EnqueueWriteBuffer(queue, NativePtr, Blocking, (nuint)offsetInBytes, (nuint)lengthInBytes, (void*)source, 0, null, null),
            "copying from the host to", _accelerator);
        GC.KeepAlive(this);
    }

    private void CopyWithin(AcceleratorStream stream, long from, OpenCl12Buffer target, long to, long length)
    {
        if (target == this && Math.Abs(from - to) < length)
        {
            CopyOverlapping(stream, from, to, length);
            return;
        }

        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        OpenCl12Exception.ThrowIfFailed(
            OpenClApi.EnqueueCopyBuffer(queue, NativePtr, target.NativePtr, (nuint)from, (nuint)to, (nuint)length, 0, null, null),
            "copying between buffers on", _accelerator);
        GC.KeepAlive(this);
    }
}
