namespace ILGPU.Runtime;

/// <summary>
/// Memory of a device. Views point into it; disposing it frees it. Keep the buffer referenced while the host reads or writes elements
/// of a view: a buffer that is only garbage is freed too.
/// </summary>
public abstract partial class MemoryBuffer : AcceleratorObject
{
    private protected MemoryBuffer(Accelerator accelerator, long length, int elementSize)
        : base(accelerator)
    {
        Length = length;
        ElementSize = elementSize;
        LengthInBytes = checked(length * elementSize);
    }

    /// <summary>The address of the first element, 0 for an empty or disposed buffer.</summary>
    public IntPtr NativePtr { get; private protected set; }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The size of one element in bytes.</summary>
    public int ElementSize { get; }

    public long LengthInBytes { get; }

    public ArrayView<byte> AsRawArrayView() => AsRawArrayView(0);

    public ArrayView<byte> AsRawArrayView(long offsetInBytes) => AsRawArrayView(offsetInBytes, LengthInBytes - offsetInBytes);

    public ArrayView<byte> AsRawArrayView(long offsetInBytes, long lengthInBytes) => new(this, offsetInBytes, lengthInBytes);

    /// <summary>A view of <paramref name="length"/> elements from element <paramref name="offset"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window does not lie within the buffer.</exception>
    public ArrayView<T> AsArrayView<T>(long offset, long length)
        where T : unmanaged =>
        new(this, offset, length);
}
