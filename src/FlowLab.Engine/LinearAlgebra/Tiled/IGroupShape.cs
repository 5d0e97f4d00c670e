namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>How many threads a group of the tiled kernel has, known where it is compiled.</summary>
public interface IGroupShape
{
    /// <summary>Threads along rows, and along columns.</summary>
    int Side { get; }
}
