namespace ILGPU.Runtime;

public readonly partial struct ArrayView1D<T, TStride>
{
    /// <summary>The same elements without gaps between them, for a stride of 1.</summary>
    /// <exception cref="ArgumentException">The stride is not 1 (with bounds checks on).</exception>
    public ArrayView1D<T, Stride1D.Dense> AsDense()
    {
        if (BoundsCheck.Enabled)
            CopyCheck.IsDense(Stride.XStride, "X", "AsGeneral");
        return new(BaseView, Extent, default);
    }

    public ArrayView1D<T, Stride1D.General> AsGeneral(Stride1D.General stride) => new(BaseView, Extent, stride);

    public ArrayView1D<T, Stride1D.General> AsGeneral() => AsGeneral(Stride.AsGeneral());

    public ArrayView1D<T, Stride1D.General> To1DView() => new(BaseView, Extent, Stride.To1DStride());

    /// <summary>The first elements as a plane, in the order of the given stride.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plane needs more elements than there are (with bounds checks on).</exception>
    public ArrayView2D<T, TOtherStride> As2DView<TOtherStride>(LongIndex2D extent, TOtherStride stride)
        where TOtherStride : struct, IStride2D
    {
        var length = stride.ComputeBufferLength(extent);
        if (BoundsCheck.Enabled)
            CopyCheck.FitsElements<T>("As2DView", length, Length);
        return new(BaseView.SubView(0, length), extent, stride);
    }

    /// <inheritdoc cref="As2DView{TOtherStride}(LongIndex2D, TOtherStride)"/>
    public ArrayView2D<T, Stride2D.DenseX> As2DDenseXView(LongIndex2D extent) => As2DView(extent, Stride2D.DenseX.FromExtent(extent));

    /// <inheritdoc cref="As2DView{TOtherStride}(LongIndex2D, TOtherStride)"/>
    public ArrayView2D<T, Stride2D.DenseY> As2DDenseYView(LongIndex2D extent) => As2DView(extent, Stride2D.DenseY.FromExtent(extent));

    /// <summary>The first elements as a plane whose rows of X each start at a multiple of an alignment.</summary>
    /// <exception cref="ArgumentException">The alignment is no power of two, or no multiple of the size of an element.</exception>
    public ArrayView2D<T, Stride2D.DenseX> As2DPitchedXView(LongIndex2D extent, int xAlignmentInBytes) =>
        As2DView(extent, new Stride2D.DenseX(Pitch.Of<T>(extent.X, xAlignmentInBytes)));

    /// <summary>The first elements as a plane whose columns of Y each start at a multiple of an alignment.</summary>
    /// <inheritdoc cref="As2DPitchedXView"/>
    public ArrayView2D<T, Stride2D.DenseY> As2DPitchedYView(LongIndex2D extent, int yAlignmentInBytes) =>
        As2DView(extent, new Stride2D.DenseY(Pitch.Of<T>(extent.Y, yAlignmentInBytes)));
}
