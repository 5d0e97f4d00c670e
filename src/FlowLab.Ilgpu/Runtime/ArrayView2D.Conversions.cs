namespace ILGPU.Runtime;

public readonly partial struct ArrayView2D<T, TStride>
{
    /// <summary>The same plane with its density in X known, for a stride of 1 in X.</summary>
    /// <exception cref="ArgumentException">The stride in X is not 1 (with bounds checks on).</exception>
    public ArrayView2D<T, Stride2D.DenseX> AsDenseX()
    {
        if (BoundsCheck.Enabled)
            CopyCheck.IsDense(Stride.XStride, "X", "AsDenseY or AsGeneral");
        return new(BaseView, Extent, new(Stride.YStride));
    }

    /// <summary>The same plane with its density in Y known, for a stride of 1 in Y.</summary>
    /// <exception cref="ArgumentException">The stride in Y is not 1 (with bounds checks on).</exception>
    public ArrayView2D<T, Stride2D.DenseY> AsDenseY()
    {
        if (BoundsCheck.Enabled)
            CopyCheck.IsDense(Stride.YStride, "Y", "AsDenseX or AsGeneral");
        return new(BaseView, Extent, new(Stride.XStride));
    }

    public ArrayView2D<T, Stride2D.General> AsGeneral(Stride2D.General stride) => new(BaseView, Extent, stride);

    public ArrayView2D<T, Stride2D.General> AsGeneral() => AsGeneral(Stride.AsGeneral());

    /// <summary>As many elements as the extent has, one after the other along the dense dimension.</summary>
    public ArrayView1D<T, Stride1D.General> To1DView() => new(BaseView, Extent.Size, Stride.To1DStride());

    /// <summary>All elements of the memory below, gaps of this stride included, in the steps of another stride.</summary>
    public ArrayView1D<T, TOtherStride> As1DView<TOtherStride>(TOtherStride stride)
        where TOtherStride : struct, IStride1D
    {
        var extent = Length == 0 ? 0 : stride.ReconstructFromElementIndex(Length - 1).X + 1;
        return new(BaseView.SubView(0, stride.ComputeBufferLength((LongIndex1D)extent)), extent, stride);
    }
}
