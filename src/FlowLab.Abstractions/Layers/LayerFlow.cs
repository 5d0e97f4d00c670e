using FlowLab.Flows;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>A segment of K layers of one kind. What is left to say is what it is called, and how its parameters start.</summary>
public abstract class LayerFlow : IFlow
{
    private readonly LayerDescription _layer;
    private readonly IReadOnlyList<LayerBlock> _blocks;
    private readonly int _stride;
    private readonly Action<Index2D, FlowForward> _forward;
    private readonly Action<Index2D, FlowBackward, int> _backward;
    private readonly Action<Index2D, FlowInverse>? _inverse;
    private readonly Action<Index2D, FlowInverseBackward, int>? _inverseBackward;

    /// <param name="layer">The kind of layer.</param>
    /// <param name="length">Layers K.</param>
    /// <param name="shape">What the flow is built for.</param>
    /// <param name="accelerator">The device.</param>
    protected LayerFlow(LayerDescription layer, int length, FlowShape shape, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(shape);
        _layer = layer;
        Length = length;
        _blocks = layer.Blocks(shape.Dimension);
        _stride = _blocks.Sum(block => block.Length);
        TapeLength = length * layer.TapeRows(shape.Dimension);
        Blocks = [.. Enumerable.Range(0, length).SelectMany(BlocksOfLayer)];
        _forward = accelerator.LoadAutoGroupedStreamKernel(layer.Forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel(layer.Backward);
        _inverse = layer.Inverse is null ? null : accelerator.LoadAutoGroupedStreamKernel(layer.Inverse);
        _inverseBackward = layer.InverseBackward is null ? null : accelerator.LoadAutoGroupedStreamKernel(layer.InverseBackward);
    }

    /// <inheritdoc/>
    public int Length { get; }

    /// <inheritdoc/>
    public int ParameterCount => Length * _stride;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <inheritdoc/>
    public int TapeLength { get; }

    /// <inheritdoc/>
    public int ScratchLength => _layer.ScratchRows;

    /// <inheritdoc/>
    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        parameters.Clear();
        for (int position = 0; position < seeds.Seeds.Count; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int layer = 0; layer < Length; layer++)
                InitializeLayer(random, new LayerStart(_blocks, parameters.Slice(position * ParameterCount + layer * _stride, _stride)));
        }
    }

    /// <inheritdoc/>
    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass);

    /// <inheritdoc/>
    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, Length);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The layer has no inverse.</exception>
    public void Inverse(in FlowInverse pass) => (_inverse ?? throw NoInverse())(Instances(pass.Batch), pass);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The layer has no inverse.</exception>
    public void InverseBackward(in FlowInverseBackward pass) => (_inverseBackward ?? throw NoInverse())(Instances(pass.Batch), pass, Length);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Kernels live as long as their accelerator; a flow of layers owns nothing else.
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the initial parameters of one layer, near the identity.</summary>
    /// <param name="random">The seed's random numbers.</param>
    /// <param name="layer">The layer's parameters by name, zero on entry.</param>
    protected abstract void InitializeLayer(RandomStream random, LayerStart layer);

    /// <summary>Gives back what the flow owns beyond its kernels.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);

    private IEnumerable<ParameterBlock> BlocksOfLayer(int layer)
    {
        int offset = layer * _stride;
        foreach (LayerBlock block in _blocks)
        {
            yield return new ParameterBlock(block.Name, layer, offset, block.Length);
            offset += block.Length;
        }
    }

    private NotSupportedException NoInverse() => new(
        $"{_layer.Name} has no inverse, which densities of given points and maximum likelihood need; give the layer a method marked [InverseOf], or use objective free-energy and leave such figures out.");
}
