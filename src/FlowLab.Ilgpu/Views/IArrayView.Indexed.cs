namespace ILGPU;

/// <summary>A typed view that 32-bit and 64-bit indices address through a stride.</summary>
public interface IArrayView<T, TIndex, TLongIndex, TStride> : IArrayView<T, TLongIndex>, IStridedArrayView<T, TIndex, TStride>
    where T : unmanaged
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
    where TStride : struct, IStride<TIndex>
{
    int IntLength { get; }

    TIndex IntExtent { get; }

    ref T this[TIndex index] { get; }
}
