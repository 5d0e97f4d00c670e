namespace ILGPU;

/// <summary>An index or extent of any dimension and width.</summary>
public interface IIndex
{
    /// <summary>The number of elements that an extent of this value covers.</summary>
    long Size { get; }
}
