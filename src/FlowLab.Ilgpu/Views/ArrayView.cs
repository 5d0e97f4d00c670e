using System.Diagnostics;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU;

/// <summary>
/// A contiguous window on a buffer: element access is one pointer addition. A view is a value; it never owns memory and must not
/// be used after its buffer was disposed.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly unsafe partial struct ArrayView<T> : IArrayView<T, Index1D, LongIndex1D, Stride1D.Dense>, IContiguousArrayView<T>
    where T : unmanaged
{
    /// <summary>The size of one element in bytes.</summary>
    public static readonly int ElementSize = sizeof(T);

    public static readonly ArrayView<T> Empty;

    private readonly MemoryBuffer _buffer;
    private readonly T* _pointer;
    private readonly long _length;

    /// <summary>A view of <paramref name="length"/> elements that starts <paramref name="index"/> elements into the buffer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window does not lie within the buffer.</exception>
    public ArrayView(MemoryBuffer source, long index, long length)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        CopyCheck.Fits("a view", checked((index + length) * sizeof(T)), source.LengthInBytes);
        _buffer = source;
        _pointer = (T*)source.NativePtr + index;
        _length = length;
    }

    internal ArrayView(MemoryBuffer buffer, T* pointer, long length)
    {
        _buffer = buffer;
        _pointer = pointer;
        _length = length;
    }

    internal MemoryBuffer Buffer => _buffer;

    internal long OffsetInBytes => _buffer is null ? 0 : (long)_pointer - _buffer.NativePtr;

    internal T* Pointer => _pointer;

    public bool IsValid => _pointer is not null && _length > 0;

    public long Length => _length;

    /// <exception cref="OverflowException">The length does not fit into 32 bits.</exception>
    public int IntLength => checked((int)_length);

    public long LengthInBytes => _length * sizeof(T);

    public LongIndex1D Extent => _length;

    public Index1D IntExtent => IntLength;

    public Stride1D.Dense Stride => default;

    MemoryBuffer IArrayView.Buffer => _buffer;

    int IArrayView.ElementSize => sizeof(T);

    long IContiguousArrayView.OffsetInBytes => OffsetInBytes;

    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[index.X];
    }

    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[index.X];
    }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (BoundsCheck.Enabled)
                BoundsCheck.Verify<T>(index, _length);
            return ref _pointer[index];
        }
    }

    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (BoundsCheck.Enabled)
                BoundsCheck.Verify<T>(index, _length);
            return ref _pointer[index];
        }
    }

    public override string ToString() => $"ArrayView<{typeof(T).Name}>[{_length}]";
}
