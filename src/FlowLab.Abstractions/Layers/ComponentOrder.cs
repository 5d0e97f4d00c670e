using FlowLab.Flows;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>
/// The order of the components for each pair of layers, per seed, on the device. Constants of a flow, not trained. The two layers of a pair use one order in
/// opposite ways, so that a pair treats all components alike.
/// </summary>
/// <param name="accelerator">The device.</param>
/// <param name="shape">What the flow is built for.</param>
/// <param name="length">Layers K.</param>
/// <param name="isRandom">Whether every pair has a random order of its own; else all have 0 .. D - 1.</param>
public sealed class ComponentOrder(Accelerator accelerator, FlowShape shape, int length, bool isRandom) : IDisposable
{
    private readonly int _pairs = (length + 1) / 2;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _order = accelerator.Allocate1D<int>((long)shape.Seeds * ((length + 1) / 2) * shape.Dimension);

    /// <summary>Whether it has been drawn.</summary>
    public bool IsDrawn { get; private set; }

    /// <summary>As kernels see it.</summary>
    public ComponentOrderView View => new(_order.View, _pairs, shape.Dimension);

    /// <summary>The order of the next pair of a seed, whose stream is that of <see cref="RandomPurpose.FlowConstants"/>.</summary>
    public static int[] Next(bool isRandom, RandomStream random, int dimension)
    {
        ArgumentNullException.ThrowIfNull(random);
        return isRandom ? random.NextPermutation(dimension) : [.. Enumerable.Range(0, dimension)];
    }

    /// <summary>Draws the orders of all seeds.</summary>
    public void Draw(FlowSeeds seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var order = new List<int>();
        for (int position = 0; position < shape.Seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.FlowConstants);
            for (int pair = 0; pair < _pairs; pair++)
                order.AddRange(Next(isRandom, random, shape.Dimension));
        }
        _order.CopyFromCPU(order.ToArray());
        IsDrawn = true;
    }

    /// <summary>The order that every layer of a seed uses: that of its pair.</summary>
    public IReadOnlyList<FlowConstant> Of(int position)
    {
        int[] order = _order.View.SubView((long)position * _pairs * shape.Dimension, (long)_pairs * shape.Dimension).AsContiguous().GetAsArray();
        return [.. Enumerable.Range(0, length).Select(layer => new FlowConstant(
            "order", layer, [shape.Dimension], [.. order.Skip(layer / 2 * shape.Dimension).Take(shape.Dimension).Select(index => (float)index)]))];
    }

    /// <inheritdoc/>
    public void Dispose() => _order.Dispose();
}
