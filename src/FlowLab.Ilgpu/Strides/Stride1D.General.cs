namespace ILGPU;

public static partial class Stride1D
{
    /// <summary>Neighbours lie a fixed number of elements apart.</summary>
    public readonly struct General : IStride1D
    {
        /// <exception cref="ArgumentOutOfRangeException">The stride is less than 1 element.</exception>
        public General(Index1D stride)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(stride.X, 1, nameof(stride));
            StrideExtent = stride;
        }

        public Index1D StrideExtent { get; }

        public int XStride => StrideExtent.X;

        public int ComputeElementIndex(Index1D index) => index.X * XStride;

        public long ComputeElementIndex(LongIndex1D index) => index.X * XStride;

        public int ComputeElementIndexChecked(Index1D index, Index1D extent)
        {
            BoundsCheck.Verify(index.X, extent.X);
            return index.X * XStride;
        }

        public long ComputeElementIndexChecked(LongIndex1D index, LongIndex1D extent)
        {
            BoundsCheck.Verify(index.X, extent.X);
            return index.X * XStride;
        }

        public Index1D ReconstructFromElementIndex(int elementIndex) => elementIndex / XStride;

        public LongIndex1D ReconstructFromElementIndex(long elementIndex) => elementIndex / XStride;

        public int ComputeBufferLength(Index1D extent) => extent.X * XStride;

        public long ComputeBufferLength(LongIndex1D extent) => extent.X * XStride;

        public General AsGeneral() => this;

        public General To1DStride() => this;
    }
}
