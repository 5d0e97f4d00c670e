namespace ILGPU;

/// <summary>A 64-bit index.</summary>
public interface ILongIndex : IIndex
{
}
