namespace ILGPU;

/// <summary>The one-dimensional strides, and what they have in common.</summary>
public static partial class Stride1D
{
    public static int ComputeElementIndex<TStride>(this TStride stride, Index1D index)
        where TStride : struct, IStride1D =>
        index.X * stride.XStride;

    public static long ComputeElementIndex<TStride>(this TStride stride, LongIndex1D index)
        where TStride : struct, IStride1D =>
        index.X * stride.XStride;

    /// <exception cref="IndexOutOfRangeException">The index lies outside of the extent.</exception>
    public static int ComputeElementIndexChecked<TStride>(this TStride stride, Index1D index, Index1D extent)
        where TStride : struct, IStride1D
    {
        BoundsCheck.Verify(index.X, extent.X);
        return ComputeElementIndex(stride, index);
    }

    /// <inheritdoc cref="ComputeElementIndexChecked{TStride}(TStride, Index1D, Index1D)"/>
    public static long ComputeElementIndexChecked<TStride>(this TStride stride, LongIndex1D index, LongIndex1D extent)
        where TStride : struct, IStride1D
    {
        BoundsCheck.Verify(index.X, extent.X);
        return ComputeElementIndex(stride, index);
    }

    /// <summary>The elements from the first to the last of an extent, gaps between them included.</summary>
    public static int ComputeBufferLength<TStride>(this TStride stride, Index1D extent)
        where TStride : struct, IStride1D =>
        extent.X == 0 ? 0 : ComputeElementIndex(stride, extent - Index1D.One) + 1;

    /// <inheritdoc cref="ComputeBufferLength{TStride}(TStride, Index1D)"/>
    public static long ComputeBufferLength<TStride>(this TStride stride, LongIndex1D extent)
        where TStride : struct, IStride1D =>
        extent.X == 0 ? 0 : ComputeElementIndex(stride, extent - LongIndex1D.One) + 1;
}
