using ILGPU;

namespace FlowLab.Engine.LinearAlgebra.Cuda;

/// <summary>
/// C = alpha * op(A) * op(B) + beta * C as cuBLAS counts, by columns. A matrix whose rows lie one behind the other is its own transpose to it, so
/// row-major C = A * B is asked for as column-major C = B * A.
/// </summary>
/// <param name="Rows">Rows of op(A) and C, m.</param>
/// <param name="Columns">Columns of op(B) and C, n.</param>
/// <param name="Depth">Columns of op(A), rows of op(B), k.</param>
/// <param name="A">Left factor.</param>
/// <param name="B">Right factor.</param>
/// <param name="C">Target, from its first element on.</param>
/// <param name="LeadingC">Elements from one column of C to the next.</param>
/// <param name="Alpha">Factor of the product.</param>
/// <param name="Beta">Factor of what C held; at 0 it is not read.</param>
internal readonly record struct ColumnProduct(
    int Rows, int Columns, int Depth, ColumnFactor A, ColumnFactor B, ArrayView<float> C, int LeadingC, float Alpha, float Beta);

/// <summary>A factor by columns.</summary>
/// <param name="Values">From its first element on.</param>
/// <param name="Leading">Elements from one column to the next.</param>
/// <param name="IsTransposed">Whether the memory holds the transposed matrix.</param>
internal readonly record struct ColumnFactor(ArrayView<float> Values, int Leading, bool IsTransposed);
