using ILGPU;

namespace FlowLab.Layers;

/// <summary>A <see cref="ComponentOrder"/> as kernels see it.</summary>
/// <param name="order">[R, pairs, D].</param>
/// <param name="pairs">Pairs of layers; the last may be of one layer.</param>
/// <param name="dimension">Dimension D.</param>
public readonly struct ComponentOrderView(ArrayView<int> order, int pairs, int dimension)
{
    private readonly ArrayView<int> _order = order;
    private readonly int _pairs = pairs;

    /// <summary>Dimension D.</summary>
    public readonly int Dimension = dimension;

    /// <summary>The component at a position of the order of a layer's pair.</summary>
    public int At(int seed, int layer, int position) => _order[(seed * _pairs + layer / 2) * Dimension + position];
}
