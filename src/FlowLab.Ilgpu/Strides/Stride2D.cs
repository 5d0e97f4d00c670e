namespace ILGPU;

/// <summary>The two-dimensional strides, and what they have in common.</summary>
public static partial class Stride2D
{
    /// <summary>The elements from one row of the leading dimension to the next, for an allocation.</summary>
    public delegate long GetLeadingDimensionSize(LongIndex2D extent);

    /// <summary>The stride of an allocation whose leading dimension has the given size.</summary>
    public delegate TStride BuildStride<TStride>(LongIndex2D extent, int leadingDimension)
        where TStride : struct, IStride2D;

    public static int ComputeElementIndex<TStride>(this TStride stride, Index2D index)
        where TStride : struct, IStride2D =>
        (index.X * stride.XStride) + (index.Y * stride.YStride);

    public static long ComputeElementIndex<TStride>(this TStride stride, LongIndex2D index)
        where TStride : struct, IStride2D =>
        (index.X * stride.XStride) + (index.Y * stride.YStride);

    /// <exception cref="IndexOutOfRangeException">The index lies outside of the extent.</exception>
    public static int ComputeElementIndexChecked<TStride>(this TStride stride, Index2D index, Index2D extent)
        where TStride : struct, IStride2D
    {
        BoundsCheck.Verify(index, extent);
        return ComputeElementIndex(stride, index);
    }

    /// <inheritdoc cref="ComputeElementIndexChecked{TStride}(TStride, Index2D, Index2D)"/>
    public static long ComputeElementIndexChecked<TStride>(this TStride stride, LongIndex2D index, LongIndex2D extent)
        where TStride : struct, IStride2D
    {
        BoundsCheck.Verify(index, extent);
        return ComputeElementIndex(stride, index);
    }

    /// <summary>The elements from the first to the last of an extent, gaps between them included.</summary>
    public static int ComputeBufferLength<TStride>(this TStride stride, Index2D extent)
        where TStride : struct, IStride2D =>
        extent.X == 0 || extent.Y == 0 ? 0 : ComputeElementIndex(stride, extent - Index2D.One) + 1;

    /// <inheritdoc cref="ComputeBufferLength{TStride}(TStride, Index2D)"/>
    public static long ComputeBufferLength<TStride>(this TStride stride, LongIndex2D extent)
        where TStride : struct, IStride2D =>
        extent.X == 0 || extent.Y == 0 ? 0 : ComputeElementIndex(stride, extent - LongIndex2D.One) + 1;
}
