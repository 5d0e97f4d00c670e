using System.Globalization;

namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>The size of a product [M, K] [K, N] for R seeds.</summary>
/// <param name="Seeds">R.</param>
/// <param name="Rows">M.</param>
/// <param name="Depth">K.</param>
/// <param name="Columns">N.</param>
/// <param name="ReadsTarget">Whether it is added to what is there.</param>
public readonly record struct ProductSize(int Seeds, int Rows, int Depth, int Columns, bool ReadsTarget)
{
    /// <summary>Floating-point operations: a multiplication and an addition per term.</summary>
    public double Operations => 2.0 * Seeds * Rows * Depth * Columns;

    /// <summary>Both factors read once, the result written once, and read where it is added to.</summary>
    public long Bytes => sizeof(float) * (long)Seeds * ((long)Rows * Depth + (long)Depth * Columns + (ReadsTarget ? 2L : 1L) * Rows * Columns);

    /// <summary>What was done.</summary>
    public ProductWork Work => new($"product {this}", Operations, Bytes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows} x {Depth} x {Columns}");
}
