namespace ILGPU;

/// <summary>A typed view with an extent of any dimension.</summary>
public interface IArrayView<T, TIndex> : IArrayView
    where T : unmanaged
    where TIndex : struct, IGenericIndex<TIndex>
{
    TIndex Extent { get; }

    ref T this[TIndex index] { get; }
}
