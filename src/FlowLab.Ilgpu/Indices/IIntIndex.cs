namespace ILGPU;

/// <summary>A 32-bit index.</summary>
public interface IIntIndex : IIndex
{
    new int Size { get; }
}
