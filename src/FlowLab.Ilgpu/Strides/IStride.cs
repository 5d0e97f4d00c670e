namespace ILGPU;

/// <summary>How far apart neighbouring elements of a view lie, per dimension.</summary>
public interface IStride<TIndex>
    where TIndex : struct, IGenericIndex<TIndex>
{
    TIndex StrideExtent { get; }

    Stride1D.General To1DStride();
}
