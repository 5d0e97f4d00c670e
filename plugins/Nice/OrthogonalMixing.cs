using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Nice;

/// <summary>Orthogonal matrices.</summary>
/// <param name="matrices">[R, K, D, D], row by row.</param>
/// <param name="length">K.</param>
public readonly struct OrthogonalMixing(ArrayView<float> matrices, int length) : IMixing
{
    private readonly ArrayView<float> _matrices = matrices;
    private readonly int _length = length;

    public void Apply(Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch) =>
        Multiply(at, layer, tiles, rows, scratch, rows.Features, 1);

    public void ApplyTransposed(Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch) =>
        Multiply(at, layer, tiles, rows, scratch, 1, rows.Features);

    private void Multiply(
        Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch, int resultStride, int sourceStride)
    {
        int dimension = rows.Features;
        int first = (at.Y * _length + layer) * dimension * dimension;
        for (int d = 0; d < dimension; d++)
        {
            ArrayView<float> result = scratch.Row(at.Y, d);
            for (int j = 0; j < dimension; j++)
                NiceRows.AddProduct(tiles, at.X, rows.Row(at.Y, j), _matrices[first + d * resultStride + j * sourceStride], j > 0, result);
        }
        NiceRows.CopyAll(tiles, at, scratch, rows);
    }
}
