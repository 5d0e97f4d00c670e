namespace ILGPU;

public static partial class Stride2D
{
    /// <summary>Neighbours in Y lie side by side, columns of Y a fixed number of elements apart.</summary>
    public readonly struct DenseY : IStride2D
    {
        /// <exception cref="ArgumentOutOfRangeException">The stride is less than 1 element.</exception>
        public DenseY(int xStride)
        {
            CopyCheck.Stride(xStride, 1);
            XStride = xStride;
        }

        public int XStride { get; }

        public int YStride => 1;

        public Index2D StrideExtent => new(XStride, YStride);

        /// <summary>The stride without gaps; an empty extent counts as 1.</summary>
        public static DenseY FromExtent(Index2D extent) => new(Math.Max(extent.Y, 1));

        /// <inheritdoc cref="FromExtent(Index2D)"/>
        /// <exception cref="OverflowException">Y does not fit into 32 bits.</exception>
        public static DenseY FromExtent(LongIndex2D extent) => FromExtent(extent.ToIntIndex());

        public static int ComputeElementIndex(Index2D index, Index2D extent) => FromExtent(extent).ComputeElementIndex(index);

        public static long ComputeElementIndex(LongIndex2D index, LongIndex2D extent) => FromExtent(extent).ComputeElementIndex(index);

        public static Index2D ReconstructFromElementIndex(int elementIndex, Index2D extent) =>
            FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        public static LongIndex2D ReconstructFromElementIndex(long elementIndex, LongIndex2D extent) =>
            FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        public int ComputeElementIndex(Index2D index) => Stride2D.ComputeElementIndex(this, index);

        public long ComputeElementIndex(LongIndex2D index) => Stride2D.ComputeElementIndex(this, index);

        public int ComputeElementIndexChecked(Index2D index, Index2D extent) => Stride2D.ComputeElementIndexChecked(this, index, extent);

        public long ComputeElementIndexChecked(LongIndex2D index, LongIndex2D extent) =>
            Stride2D.ComputeElementIndexChecked(this, index, extent);

        public Index2D ReconstructFromElementIndex(int elementIndex) => new(elementIndex / XStride, elementIndex % XStride);

        public LongIndex2D ReconstructFromElementIndex(long elementIndex) => new(elementIndex / XStride, elementIndex % XStride);

        public int ComputeBufferLength(Index2D extent) => Stride2D.ComputeBufferLength(this, extent);

        public long ComputeBufferLength(LongIndex2D extent) => Stride2D.ComputeBufferLength(this, extent);

        public General AsGeneral() => new(StrideExtent);

        public Stride1D.General To1DStride() => new(YStride);

        public override string ToString() => StrideExtent.ToString();
    }
}
