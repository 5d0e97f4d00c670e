using System.Globalization;
using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>Y = W X + b with an X that may be mostly zeros.</summary>
/// <param name="Seeds">Seeds, R.</param>
/// <param name="Weight">W, [R, M, N].</param>
/// <param name="Input">X, [R, N, B].</param>
/// <param name="Bias">b, [R, M].</param>
/// <param name="Target">Y, [R, M, B]: assigned.</param>
internal readonly record struct SparseInput(int Seeds, MatrixView Weight, MatrixView Input, MatrixSums Bias, MatrixView Target)
{
    internal int Batch => Input.Columns;

    internal int Inputs => Input.Rows;

    /// <summary>Multiply-adds of a seed, zeros included.</summary>
    internal long Terms => (long)Weight.Rows * Inputs * Batch;

    /// <summary>What it is for a profile: the terms that are not zero; everything that is read or written once.</summary>
    internal ProductWork WorkAt(double density) => new(
        string.Create(CultureInfo.InvariantCulture, $"sparse product {Weight.Rows} x {Inputs} x {Batch}"),
        2.0 * Seeds * Terms * density,
        sizeof(float) * (long)Seeds * (((long)Weight.Rows * Inputs) + ((long)Inputs * Batch) + ((long)Weight.Rows * Batch)));
}
