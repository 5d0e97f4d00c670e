namespace ILGPU;

public static partial class Stride1D
{
    /// <summary>Neighbours lie a fixed number of elements apart.</summary>
    public readonly struct General : IStride1D
    {
        /// <exception cref="ArgumentOutOfRangeException">The stride is negative.</exception>
        public General(Index1D stride)
        {
            CopyCheck.Stride(stride.X, 0);
            StrideExtent = stride;
        }

        public Index1D StrideExtent { get; }

        public int XStride => StrideExtent.X;

        public int ComputeElementIndex(Index1D index) => Stride1D.ComputeElementIndex(this, index);

        public long ComputeElementIndex(LongIndex1D index) => Stride1D.ComputeElementIndex(this, index);

        public int ComputeElementIndexChecked(Index1D index, Index1D extent) => Stride1D.ComputeElementIndexChecked(this, index, extent);

        public long ComputeElementIndexChecked(LongIndex1D index, LongIndex1D extent) =>
            Stride1D.ComputeElementIndexChecked(this, index, extent);

        public Index1D ReconstructFromElementIndex(int elementIndex) => elementIndex / XStride;

        public LongIndex1D ReconstructFromElementIndex(long elementIndex) => elementIndex / XStride;

        public int ComputeBufferLength(Index1D extent) => Stride1D.ComputeBufferLength(this, extent);

        public long ComputeBufferLength(LongIndex1D extent) => Stride1D.ComputeBufferLength(this, extent);

        public General AsGeneral() => this;

        public General To1DStride() => this;

        public override string ToString() => StrideExtent.ToString();
    }
}
