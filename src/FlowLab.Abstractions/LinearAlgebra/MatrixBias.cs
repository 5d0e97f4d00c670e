using ILGPU;

namespace FlowLab.LinearAlgebra;

/// <summary>What is added to every row or to every column of a product.</summary>
/// <param name="Values">The values of all seeds; empty: nothing is added.</param>
/// <param name="SeedStride">Distance between the values of two seeds; 0: all seeds share them.</param>
/// <param name="Axis">Whether there is one value per column or per row of the result.</param>
public readonly record struct MatrixBias(ArrayView<float> Values, long SeedStride, BiasAxis Axis)
{
    /// <summary>[R, columns]: one value for each column of the result, that is one row added to all rows.</summary>
    public static MatrixBias PerColumn(ArrayView<float> values, int columns) => new(values, columns, BiasAxis.Columns);

    /// <summary>[R, rows]: one value for each row of the result, that is one column added to all columns.</summary>
    public static MatrixBias PerRow(ArrayView<float> values, int rows) => new(values, rows, BiasAxis.Rows);
}
