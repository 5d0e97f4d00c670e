namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>A number of a matrix that is mostly zeros, in a list of those of one row or column.</summary>
/// <param name="Index">Its column or row.</param>
/// <param name="Value">The number.</param>
internal readonly record struct SparseEntry(int Index, float Value)
{
    /// <summary>Floats that an entry takes the place of.</summary>
    internal const int Floats = 2;
}
