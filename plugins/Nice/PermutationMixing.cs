using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Nice;

/// <summary>Permutations: component d of the result is component order[d].</summary>
/// <param name="order">[R, K, D].</param>
/// <param name="length">K.</param>
public readonly struct PermutationMixing(ArrayView<int> order, int length) : IMixing
{
    private readonly ArrayView<int> _order = order;
    private readonly int _length = length;

    public void Apply(Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch)
    {
        int first = (at.Y * _length + layer) * rows.Features;
        for (int d = 0; d < rows.Features; d++)
            NiceRows.Copy(tiles, at.X, rows.Row(at.Y, _order[first + d]), scratch.Row(at.Y, d));
        NiceRows.CopyAll(tiles, at, scratch, rows);
    }

    public void ApplyTransposed(Index2D at, int layer, SampleTiles tiles, SampleView rows, SampleView scratch)
    {
        int first = (at.Y * _length + layer) * rows.Features;
        for (int d = 0; d < rows.Features; d++)
            NiceRows.Copy(tiles, at.X, rows.Row(at.Y, d), scratch.Row(at.Y, _order[first + d]));
        NiceRows.CopyAll(tiles, at, scratch, rows);
    }
}
