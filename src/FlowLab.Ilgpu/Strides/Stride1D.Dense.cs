namespace ILGPU;

public static partial class Stride1D
{
    /// <summary>Neighbours lie side by side: the stride is 1.</summary>
    public readonly struct Dense : IStride1D
    {
        public Index1D StrideExtent => 1;

        public int XStride => 1;

        public int ComputeElementIndex(Index1D index) => index.X;

        public long ComputeElementIndex(LongIndex1D index) => index.X;

        public int ComputeElementIndexChecked(Index1D index, Index1D extent)
        {
            BoundsCheck.Verify(index.X, extent.X);
            return index.X;
        }

        public long ComputeElementIndexChecked(LongIndex1D index, LongIndex1D extent)
        {
            BoundsCheck.Verify(index.X, extent.X);
            return index.X;
        }

        public Index1D ReconstructFromElementIndex(int elementIndex) => elementIndex;

        public LongIndex1D ReconstructFromElementIndex(long elementIndex) => elementIndex;

        public int ComputeBufferLength(Index1D extent) => extent.X;

        public long ComputeBufferLength(LongIndex1D extent) => extent.X;

        public General AsGeneral() => new(1);

        public General To1DStride() => AsGeneral();
    }
}
