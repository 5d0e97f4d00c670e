namespace ILGPU.Runtime;

/// <summary>A buffer with its view. It owns the memory below the view.</summary>
public class MemoryBuffer<TView> : MemoryBuffer, IContiguousArrayView
    where TView : struct, IArrayView
{
    private readonly MemoryBuffer _memory;

    private protected MemoryBuffer(Accelerator accelerator, in TView view, MemoryBuffer memory)
        : base(accelerator, memory.Length, memory.ElementSize)
    {
        View = view;
        _memory = memory;
        NativePtr = memory.NativePtr;
    }

    public TView View { get; }

    public bool IsValid => !IsDisposed && View.IsValid;

    MemoryBuffer IArrayView.Buffer => _memory;

    long IContiguousArrayView.OffsetInBytes => 0;

    public TView ToArrayView() => View;

    public static implicit operator TView(MemoryBuffer<TView> buffer) => buffer.View;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _memory.Dispose();
        NativePtr = 0;
        base.Dispose(disposing);
    }

    private protected override void MemSetCore(AcceleratorStream stream, byte value, long offsetInBytes, long lengthInBytes) =>
        _memory.MemSet(stream, value, offsetInBytes, lengthInBytes);

    private protected override unsafe void CopyToHostCore(
        AcceleratorStream stream, long sourceOffsetInBytes, void* target, long lengthInBytes) =>
        _memory.CopyToHost(stream, sourceOffsetInBytes, target, lengthInBytes);

    private protected override unsafe void CopyFromHostCore(
        AcceleratorStream stream, void* source, long targetOffsetInBytes, long lengthInBytes) =>
        _memory.CopyFromHost(stream, source, targetOffsetInBytes, lengthInBytes);

    private protected override void CopyToBufferCore(
        AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes) =>
        _memory.CopyToBuffer(stream, sourceOffsetInBytes, target, targetOffsetInBytes, lengthInBytes);
}
