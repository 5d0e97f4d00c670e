using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>A one-dimensional window on a buffer whose elements lie a stride apart.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The stride type; for <see cref="Stride1D.Dense"/> the view converts to and from <see cref="ArrayView{T}"/>.</typeparam>
public readonly partial struct ArrayView1D<T, TStride>(ArrayView<T> baseView, LongIndex1D extent, TStride stride)
    : IArrayView<T, Index1D, LongIndex1D, TStride>
    where T : unmanaged
    where TStride : struct, IStride1D
{
    /// <summary>The size of one element in bytes.</summary>
    public static readonly int ElementSize = ArrayView<T>.ElementSize;

    public static readonly ArrayView1D<T, TStride> Empty;

    public ArrayView<T> BaseView { get; } = baseView;

    public LongIndex1D Extent { get; } = extent;

    public TStride Stride { get; } = stride;

    /// <exception cref="OverflowException">The extent does not fit into 32 bits.</exception>
    public Index1D IntExtent => Extent.ToIntIndex();

    public bool IsValid => BaseView.IsValid && Extent.X > 0;

    /// <summary>The number of elements from the first to the last, gaps of the stride included; <see cref="Extent"/> counts without.</summary>
    public long Length => Stride.ComputeBufferLength(Extent);

    /// <exception cref="OverflowException">The length does not fit into 32 bits.</exception>
    public int IntLength => checked((int)Length);

    public long LengthInBytes => Length * Interop.SizeOf<T>();

    MemoryBuffer IArrayView.Buffer => BaseView.Buffer;

    int IArrayView.ElementSize => Interop.SizeOf<T>();

    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (BoundsCheck.Enabled)
                BoundsCheck.Verify<T>(index.X, Extent.X);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (BoundsCheck.Enabled)
                BoundsCheck.Verify<T>(index.X, Extent.X);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    public override string ToString() => $"ArrayView1D<{typeof(T).Name}>[{Extent.X}]";
}
