using System.Globalization;
using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// The backward pass of a layer of maxout units (Goodfellow et al. 2013), y = W x + b, h_u = max over i of y_(window u + i). Of the window of a unit only the
/// first linear unit that has the maximum gets the gradient: dL/dy has one number in each window and sample, so that dW = dy x' and dx = W' dy need one of
/// window multiplications of a product.
/// </summary>
/// <param name="Seeds">Seeds, R.</param>
/// <param name="Window">Linear units of a hidden unit.</param>
/// <param name="Linear">y, [R, window U, B].</param>
/// <param name="Units">h, [R, U, B].</param>
/// <param name="UnitGradient">dL/dh, [R, U, B].</param>
/// <param name="Input">x, [R, N, B].</param>
/// <param name="WeightGradient">dL/dW, [R, window U, N]: assigned.</param>
/// <param name="BiasGradient">dL/db, [R, window U]: assigned.</param>
/// <param name="Weight">W, [R, window U, N].</param>
/// <param name="InputGradient">dL/dx, [R, N, B]: assigned, may be the memory of <paramref name="UnitGradient"/>; null: it is not wanted.</param>
internal readonly record struct MaxoutGradient(
    int Seeds, int Window, MatrixView Linear, MatrixView Units, MatrixView UnitGradient, MatrixView Input, MatrixView WeightGradient, MatrixSums BiasGradient,
    MatrixView Weight, MatrixView? InputGradient)
{
    internal int Batch => Units.Columns;

    internal int Inputs => Input.Rows;

    /// <summary>What it is for a profile: a multiplication and an addition per term, everything that is read or written once.</summary>
    internal ProductWork Work => new(
        string.Create(CultureInfo.InvariantCulture, $"maxout {Window * Units.Rows} x {Batch} x {Inputs}, {(InputGradient is null ? "dW" : "dW and dx")}"),
        Products * 2.0 * Seeds * Terms,
        sizeof(float) * (long)Seeds * (((long)(Window + 2) * Units.Rows * Batch) + (Products * (((long)Inputs * Batch) + ((long)Window * Units.Rows * Inputs)))));

    /// <summary>Multiply-adds of a product of one seed.</summary>
    internal long Terms => (long)Units.Rows * Batch * Inputs;

    private int Products => InputGradient is null ? 1 : 2;
}
