namespace ILGPU.Runtime;

public readonly partial struct ArrayView2D<T, TStride>
{
    public static ArrayView2D<T, TStride> GetEmpty(TStride stride) => new(ArrayView<T>.Empty, LongIndex2D.Zero, stride);

    public int ComputeLinearIndex(Index2D index) => Stride.ComputeElementIndex(index);

    public long ComputeLinearIndex(LongIndex2D index) => Stride.ComputeElementIndex(index);

    /// <inheritdoc cref="SubView(LongIndex2D, LongIndex2D)"/>
    public ArrayView2D<T, TStride> SubView(Index2D index, Index2D extent)
    {
        var length = Stride.ComputeBufferLength(extent);
        if (BoundsCheck.Enabled)
        {
            CopyCheck.Window<T>(index, extent, Extent);
            if (length == 0)
                return new(BaseView.SubView(0, 0), extent, Stride);
        }

        return new(BaseView.SubView(ComputeLinearIndex(index), length), extent, Stride);
    }

    /// <summary>The rectangle of <paramref name="extent"/> elements whose first corner is at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle does not lie within this view (with bounds checks on).</exception>
    public ArrayView2D<T, TStride> SubView(LongIndex2D index, LongIndex2D extent)
    {
        var length = Stride.ComputeBufferLength(extent);
        if (BoundsCheck.Enabled)
        {
            CopyCheck.Window<T>(index, extent, Extent);
            if (length == 0)
                return new(BaseView.SubView(0, 0), extent, Stride);
        }

        return new(BaseView.SubView(ComputeLinearIndex(index), length), extent, Stride);
    }

    /// <inheritdoc cref="VariableView(LongIndex2D)"/>
    public VariableView<T> VariableView(Index2D index) => BaseView.VariableView(ComputeLinearIndex(index));

    /// <summary>The one element at an index.</summary>
    public VariableView<T> VariableView(LongIndex2D index) => BaseView.VariableView(ComputeLinearIndex(index));

    /// <summary>All elements of the memory below, gaps of the stride included.</summary>
    public ArrayView<T> AsContiguous() => BaseView;
}
