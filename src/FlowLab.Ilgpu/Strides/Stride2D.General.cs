namespace ILGPU;

public static partial class Stride2D
{
    /// <summary>Neighbours lie a fixed number of elements apart in X, and another in Y.</summary>
    public readonly struct General : IStride2D
    {
        /// <exception cref="ArgumentOutOfRangeException">A stride is negative.</exception>
        public General(Index2D stride)
        {
            CopyCheck.Stride(stride.X, 0);
            CopyCheck.Stride(stride.Y, 0);
            StrideExtent = stride;
        }

        public Index2D StrideExtent { get; }

        public int XStride => StrideExtent.X;

        public int YStride => StrideExtent.Y;

        public int ComputeElementIndex(Index2D index) => Stride2D.ComputeElementIndex(this, index);

        public long ComputeElementIndex(LongIndex2D index) => Stride2D.ComputeElementIndex(this, index);

        public int ComputeElementIndexChecked(Index2D index, Index2D extent) => Stride2D.ComputeElementIndexChecked(this, index, extent);

        public long ComputeElementIndexChecked(LongIndex2D index, LongIndex2D extent) =>
            Stride2D.ComputeElementIndexChecked(this, index, extent);

        /// <summary>The index of an element, where rows do not interleave: the larger stride spans all elements of the smaller one.</summary>
        public Index2D ReconstructFromElementIndex(int elementIndex) => XStride <= YStride
            ? new(elementIndex % YStride / XStride, elementIndex / YStride)
            : new(elementIndex / XStride, elementIndex % XStride / YStride);

        /// <inheritdoc cref="ReconstructFromElementIndex(int)"/>
        public LongIndex2D ReconstructFromElementIndex(long elementIndex) => XStride <= YStride
            ? new(elementIndex % YStride / XStride, elementIndex / YStride)
            : new(elementIndex / XStride, elementIndex % XStride / YStride);

        public int ComputeBufferLength(Index2D extent) => Stride2D.ComputeBufferLength(this, extent);

        public long ComputeBufferLength(LongIndex2D extent) => Stride2D.ComputeBufferLength(this, extent);

        public General AsGeneral() => this;

        public Stride1D.General To1DStride() => new(XStride);

        public override string ToString() => StrideExtent.ToString();
    }
}
