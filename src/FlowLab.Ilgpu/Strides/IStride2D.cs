namespace ILGPU;

/// <summary>A two-dimensional stride.</summary>
public interface IStride2D : IStride<Index2D, LongIndex2D>
{
    /// <summary>Elements between neighbours in X.</summary>
    int XStride { get; }

    /// <summary>Elements between neighbours in Y.</summary>
    int YStride { get; }

    Stride2D.General AsGeneral();
}
