namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    /// <summary>A zero-initialised buffer of <paramref name="length"/> elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(long length)
        where T : unmanaged =>
        Allocate1D<T, Stride1D.Dense>(length, default);

    /// <summary>A zero-initialised buffer of <paramref name="length"/> elements that lie a stride apart.</summary>
    /// <inheritdoc cref="Allocate1D{T}(long)"/>
    public MemoryBuffer1D<T, TStride> Allocate1D<T, TStride>(long length, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var elements = stride.ComputeBufferLength((LongIndex1D)length);
        var memory = AllocateRaw(elements, Interop.SizeOf<T>());
        return new(this, new(memory.AsArrayView<T>(0, elements), length, stride));
    }

    /// <summary>A zero-initialised buffer of <paramref name="length"/> elements of <paramref name="elementSize"/> bytes.</summary>
    /// <inheritdoc cref="Allocate1D{T}(long)"/>
    public MemoryBuffer AllocateRaw(long length, int elementSize)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elementSize);
        return AllocateCore(length, elementSize);
    }

    private protected abstract MemoryBuffer AllocateCore(long length, int elementSize);
}
