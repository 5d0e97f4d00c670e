namespace ILGPU.Runtime;

public readonly partial struct ArrayView1D<T, TStride>
{
    public static ArrayView1D<T, TStride> GetEmpty(TStride stride) => new(ArrayView<T>.Empty, 0, stride);

    public int ComputeLinearIndex(Index1D index) => Stride.ComputeElementIndex(index);

    public long ComputeLinearIndex(LongIndex1D index) => Stride.ComputeElementIndex(index);

    /// <inheritdoc cref="SubView(LongIndex1D, LongIndex1D)"/>
    public ArrayView1D<T, TStride> SubView(Index1D index, Index1D extent)
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

    /// <summary>The window of <paramref name="extent"/> elements that starts at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window does not lie within this view (with bounds checks on).</exception>
    public ArrayView1D<T, TStride> SubView(LongIndex1D index, LongIndex1D extent)
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

    /// <summary>All elements of the memory below, gaps of the stride included.</summary>
    public ArrayView<T> AsContiguous() => BaseView;

    /// <inheritdoc cref="VariableView(LongIndex1D)"/>
    public VariableView<T> VariableView(Index1D index) => BaseView.VariableView(ComputeLinearIndex(index));

    /// <summary>The one element at an index.</summary>
    public VariableView<T> VariableView(LongIndex1D index) => BaseView.VariableView(ComputeLinearIndex(index));
}
