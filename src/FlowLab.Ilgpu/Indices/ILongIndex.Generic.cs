namespace ILGPU;

/// <summary>A 64-bit index that knows its 32-bit counterpart.</summary>
public interface ILongIndex<TLongIndex, TIndex> : ILongIndex, IGenericIndex<TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
{
    TIndex ToIntIndex();
}
