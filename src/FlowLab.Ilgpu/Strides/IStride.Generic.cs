namespace ILGPU;

/// <summary>A stride that maps 32-bit and 64-bit indices to linear element indices.</summary>
public interface IStride<TIndex, TLongIndex> : IStride<TIndex>
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
{
    int ComputeElementIndex(TIndex index);

    long ComputeElementIndex(TLongIndex index);

    /// <summary>The linear element index, after a check that <paramref name="index"/> lies in <paramref name="extent"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">It does not.</exception>
    int ComputeElementIndexChecked(TIndex index, TIndex extent);

    /// <inheritdoc cref="ComputeElementIndexChecked(TIndex, TIndex)"/>
    long ComputeElementIndexChecked(TLongIndex index, TLongIndex extent);

    TIndex ReconstructFromElementIndex(int elementIndex);

    TLongIndex ReconstructFromElementIndex(long elementIndex);

    /// <summary>The number of elements that a buffer for <paramref name="extent"/> must hold.</summary>
    int ComputeBufferLength(TIndex extent);

    /// <inheritdoc cref="ComputeBufferLength(TIndex)"/>
    long ComputeBufferLength(TLongIndex extent);
}
