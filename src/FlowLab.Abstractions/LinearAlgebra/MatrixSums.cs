using ILGPU;

namespace FlowLab.LinearAlgebra;

/// <summary>
/// Where sums of a factor go that a product reads anyway: one value for each row of the left factor, the sum of that row in the order of its columns.
/// With output gradients on the left, dW = dY X', they are the gradients of biases.
/// </summary>
/// <param name="Values">The sums of all seeds; empty: none are wanted. They share no memory with factors and target.</param>
/// <param name="SeedStride">Distance between the sums of two seeds.</param>
public readonly record struct MatrixSums(ArrayView<float> Values, long SeedStride)
{
    /// <summary>Whether sums are wanted.</summary>
    public bool IsWanted => Values.IsValid;

    /// <summary>[R, rows].</summary>
    public static MatrixSums PerRow(ArrayView<float> values, int rows) => new(values, rows);
}
