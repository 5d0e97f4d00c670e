namespace FlowLab.Accelerators.OpenCl12;

internal sealed unsafe partial class OpenCl12Buffer
{
    private const uint Blocking = 1;

    protected override void MemSet(AcceleratorStream stream, byte value, in ArrayView<byte> targetView)
    {
        if (targetView.Length == 0)
            return;
        var (_, offset) = PlaceOf(targetView);
        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        OpenCl12Exception.ThrowIfFailed(OpenClFill.Enqueue(queue, NativePtr, value, offset, targetView.Length), "setting memory on", _accelerator);
        GC.KeepAlive(this);
    }

    protected override void CopyTo(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var length = targetView.Length;
        if (length == 0)
            return;
        var ((_, from), (target, to)) = (PlaceOf(sourceView), PlaceOf(targetView));
        if (target is OpenCl12Buffer ours && ours._accelerator == _accelerator)
            CopyWithin(stream, from, ours, to, length);
        else if (target.AcceleratorType == AcceleratorType.CPU)
            Read(stream, from, (byte*)target.NativePtr + to, length);
        else
            CopyThroughHost(stream, from, target, to, length);
        GC.KeepAlive(target);
    }

    protected override void CopyFrom(AcceleratorStream stream, in ArrayView<byte> sourceView, in ArrayView<byte> targetView)
    {
        var length = sourceView.Length;
        if (length == 0)
            return;
        var ((source, from), (_, to)) = (PlaceOf(sourceView), PlaceOf(targetView));
        if (source is OpenCl12Buffer ours && ours._accelerator == _accelerator)
            ours.CopyWithin(stream, from, this, to, length);
        else if (source.AcceleratorType == AcceleratorType.CPU)
            Write(stream, (byte*)source.NativePtr + from, to, length);
        else
            CopyThroughHost(stream, source, from, to, length);
        GC.KeepAlive(source);
    }

    private static (MemoryBuffer Buffer, long OffsetInBytes) PlaceOf<TView>(TView view)
        where TView : struct, IContiguousArrayView =>
        (view.Buffer, view.IndexInBytes);

    /// <summary>The host's memory may move or go once the call returns, so the call waits for the copy.</summary>
    private void Read(AcceleratorStream stream, long offsetInBytes, void* target, long lengthInBytes)
    {
        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        OpenCl12Exception.ThrowIfFailed(
            OpenClApi.EnqueueReadBuffer(queue, NativePtr, Blocking, (nuint)offsetInBytes, (nuint)lengthInBytes, target, 0, null, null),
            "copying to the host from", _accelerator);
        GC.KeepAlive(this);
    }

    /// <inheritdoc cref="Read"/>
    private void Write(AcceleratorStream stream, void* source, long offsetInBytes, long lengthInBytes)
    {
        var queue = OpenCl12Stream.On(_accelerator, stream).Queue;
        OpenCl12Exception.ThrowIfFailed(
            OpenClApi.EnqueueWriteBuffer(queue, NativePtr, Blocking, (nuint)offsetInBytes, (nuint)lengthInBytes, source, 0, null, null),
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
