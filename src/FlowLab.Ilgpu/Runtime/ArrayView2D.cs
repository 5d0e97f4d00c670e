using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>A two-dimensional window on a buffer.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The stride type: <see cref="Stride2D.DenseX"/> is dense in X, <see cref="Stride2D.DenseY"/> in Y as C# arrays are.</typeparam>
public readonly partial struct ArrayView2D<T, TStride>(ArrayView<T> baseView, LongIndex2D extent, TStride stride)
    : IArrayView<T, Index2D, LongIndex2D, TStride>
    where T : unmanaged
    where TStride : struct, IStride2D
{
    /// <summary>The size of one element in bytes.</summary>
    public static readonly int ElementSize = ArrayView<T>.ElementSize;

    public static readonly ArrayView2D<T, TStride> Empty;

    public ArrayView<T> BaseView { get; } = baseView;

    public LongIndex2D Extent { get; } = extent;

    public TStride Stride { get; } = stride;

    /// <exception cref="OverflowException">The extent does not fit into 32 bits.</exception>
    public Index2D IntExtent => Extent.ToIntIndex();

    public bool IsValid => BaseView.IsValid && Extent.X > 0 && Extent.Y > 0;

    /// <summary>The number of elements from the first to the last, gaps of the stride included; <see cref="Extent"/> counts without.</summary>
    public long Length => Stride.ComputeBufferLength(Extent);

    /// <exception cref="OverflowException">The length does not fit into 32 bits.</exception>
    public int IntLength => checked((int)Length);

    public long LengthInBytes => Length * Interop.SizeOf<T>();

    MemoryBuffer IArrayView.Buffer => BaseView.Buffer;

    int IArrayView.ElementSize => Interop.SizeOf<T>();

    public ref T this[Index2D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (BoundsCheck.Enabled)
                BoundsCheck.Verify<T>(index, Extent);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    public ref T this[LongIndex2D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (BoundsCheck.Enabled)
                BoundsCheck.Verify<T>(index, Extent);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    public ref T this[int x, int y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[new Index2D(x, y)];
    }

    public ref T this[long x, long y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[new LongIndex2D(x, y)];
    }

    public override string ToString() => $"ArrayView2D<{typeof(T).Name}>{Extent}";
}
