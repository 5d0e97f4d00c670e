namespace ILGPU;

/// <summary>A one-dimensional stride.</summary>
public interface IStride1D : IStride<Index1D, LongIndex1D>
{
    /// <summary>Elements between neighbours.</summary>
    int XStride { get; }

    Stride1D.General AsGeneral();
}
