namespace ILGPU;

/// <summary>A typed view with a stride.</summary>
public interface IStridedArrayView<T, TIndex, TStride> : IArrayView<T>
    where T : unmanaged
    where TIndex : struct, IGenericIndex<TIndex>
    where TStride : struct, IStride<TIndex>
{
    TStride Stride { get; }
}
