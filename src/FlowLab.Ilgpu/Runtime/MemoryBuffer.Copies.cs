namespace ILGPU.Runtime;

public abstract partial class MemoryBuffer
{
    /// <summary>Sets <paramref name="length"/> bytes from <paramref name="targetOffsetInBytes"/> on to a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the buffer.</exception>
    public void MemSet(AcceleratorStream stream, byte value, long targetOffsetInBytes, long length)
    {
        CheckRange(stream, "MemSet", targetOffsetInBytes, length);
        MemSetCore(stream, value, targetOffsetInBytes, length);
    }

    /// <summary>Fills <paramref name="targetView"/> with bytes of this buffer from <paramref name="sourceOffsetInBytes"/> on.</summary>
    /// <inheritdoc cref="MemSet"/>
    public void CopyTo(AcceleratorStream stream, long sourceOffsetInBytes, in ArrayView<byte> targetView)
    {
        CheckRange(stream, "CopyTo", sourceOffsetInBytes, targetView.Length);
        if (targetView.IsValid)
            CopyToBuffer(stream, sourceOffsetInBytes, targetView.Buffer, targetView.OffsetInBytes, targetView.Length);
    }

    /// <summary>Copies all of <paramref name="sourceView"/> into this buffer from <paramref name="targetOffsetInBytes"/> on.</summary>
    /// <inheritdoc cref="MemSet"/>
    public void CopyFrom(AcceleratorStream stream, in ArrayView<byte> sourceView, long targetOffsetInBytes)
    {
        CheckRange(stream, "CopyFrom", targetOffsetInBytes, sourceView.Length);
        if (sourceView.IsValid)
            sourceView.Buffer.CopyToBuffer(stream, sourceView.OffsetInBytes, this, targetOffsetInBytes, sourceView.Length);
    }

    internal unsafe void CopyToHost(AcceleratorStream stream, long sourceOffsetInBytes, void* target, long lengthInBytes)
    {
        CheckRange(stream, "CopyToCPU", sourceOffsetInBytes, lengthInBytes);
        CopyToHostCore(stream, sourceOffsetInBytes, target, lengthInBytes);
    }

    internal unsafe void CopyFromHost(AcceleratorStream stream, void* source, long targetOffsetInBytes, long lengthInBytes)
    {
        CheckRange(stream, "CopyFromCPU", targetOffsetInBytes, lengthInBytes);
        CopyFromHostCore(stream, source, targetOffsetInBytes, lengthInBytes);
    }

    internal void CopyToBuffer(
        AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes)
    {
        CheckRange(stream, "CopyTo", sourceOffsetInBytes, lengthInBytes);
        target.CheckRange(stream, "CopyTo", targetOffsetInBytes, lengthInBytes);
        CopyToBufferCore(stream, sourceOffsetInBytes, target, targetOffsetInBytes, lengthInBytes);
    }

    private protected abstract void MemSetCore(AcceleratorStream stream, byte value, long offsetInBytes, long lengthInBytes);

    private protected abstract unsafe void CopyToHostCore(
        AcceleratorStream stream, long sourceOffsetInBytes, void* target, long lengthInBytes);

    private protected abstract unsafe void CopyFromHostCore(
        AcceleratorStream stream, void* source, long targetOffsetInBytes, long lengthInBytes);

    private protected abstract void CopyToBufferCore(
        AcceleratorStream stream, long sourceOffsetInBytes, MemoryBuffer target, long targetOffsetInBytes, long lengthInBytes);

    private void CheckRange(AcceleratorStream stream, string what, long offsetInBytes, long lengthInBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(offsetInBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthInBytes);
        CopyCheck.Fits(what, checked(offsetInBytes + lengthInBytes), LengthInBytes);
    }
}
