using ILGPU;

namespace FlowLab.LinearAlgebra;

/// <summary>
/// One float32 matrix for each of R seeds. In memory it is row-major: element (row, column) of the seed at position s is
/// <c>Values[s * SeedStride + row * LeadingDimension + column]</c>, and with row and column exchanged if <see cref="IsTransposed"/>.
/// </summary>
/// <param name="Values">All values.</param>
/// <param name="Rows">Rows of the matrix, after transposition.</param>
/// <param name="Columns">Columns of the matrix, after transposition.</param>
/// <param name="LeadingDimension">Distance between two rows in memory.</param>
/// <param name="SeedStride">Distance between the matrices of two seeds; 0: all seeds share one.</param>
/// <param name="IsTransposed">Whether the memory holds the transposed matrix.</param>
public readonly record struct MatrixView(
    ArrayView<float> Values, int Rows, int Columns, int LeadingDimension, long SeedStride, bool IsTransposed = false)
{
    /// <summary>[R, rows, columns] without gaps: one matrix per seed.</summary>
    public static MatrixView PerSeed(ArrayView<float> values, int rows, int columns) =>
        new(values, rows, columns, columns, (long)rows * columns);

    /// <summary>[rows, columns] without gaps: one matrix for all seeds.</summary>
    public static MatrixView Shared(ArrayView<float> values, int rows, int columns) => new(values, rows, columns, columns, 0);

    /// <summary>The transposed matrix; the memory stays as it is.</summary>
    public MatrixView Transpose() => this with { Rows = Columns, Columns = Rows, IsTransposed = !IsTransposed };
}
