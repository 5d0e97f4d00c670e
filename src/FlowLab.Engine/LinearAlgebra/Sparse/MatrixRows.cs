using FlowLab.Engine.LinearAlgebra.Cpu;
using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>The rows of a matrix that lies in memory as it is, for each seed.</summary>
internal readonly unsafe struct MatrixRows(in MatrixView matrix)
{
    private readonly float* _values = ViewAddress.Of(matrix.Values);
    private readonly nint _seedStride = (nint)matrix.SeedStride;

    /// <summary>Floats from one row to the next.</summary>
    internal nint Stride { get; } = matrix.LeadingDimension;

    internal float* Row(int seed, int row) => _values + (seed * _seedStride) + (row * Stride);
}
