using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>A checked product whose target lies in memory as it is, not transposed.</summary>
/// <param name="Seeds">Seeds, R.</param>
/// <param name="Left">[R, M, K].</param>
/// <param name="Right">[R, K, N].</param>
/// <param name="Output">[R, M, N].</param>
/// <param name="Packed">One of the factors in packed form, or null; its side is that of this call.</param>
/// <param name="PackedSide">The factor that is packed.</param>
/// <param name="SumsSide">The factor whose sums along the depth are wanted, if any are.</param>
internal readonly record struct GemmCall(
    int Seeds, MatrixView Left, MatrixView Right, MatrixOutput Output, IPackedMatrix? Packed, MatrixSide PackedSide, MatrixSide SumsSide = MatrixSide.Left)
{
    internal int Depth => Left.Columns;

    internal MatrixSums Sums => Output.LeftSums;

    internal bool IsEmpty => Seeds == 0 || Output.Target.Rows == 0 || Output.Target.Columns == 0;

    /// <summary>The same product with a target that is not transposed: C' = B' A' for C = A B.</summary>
    internal GemmCall Normalize() => !Output.Target.IsTransposed ? this : new(
        Seeds, Right.Transpose(), Left.Transpose(), Output with { Target = Output.Target.Transpose(), Bias = Transpose(Output.Bias) }, Packed,
        PackedSide == MatrixSide.Left ? MatrixSide.Right : MatrixSide.Left, MatrixSide.Right);

    private static MatrixBias Transpose(MatrixBias bias) => bias.Axis switch
    {
        BiasAxis.Columns => bias with { Axis = BiasAxis.Rows },
        BiasAxis.Rows => bias with { Axis = BiasAxis.Columns },
        _ => bias,
    };
}
