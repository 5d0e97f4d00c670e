using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>
/// A segment of K layers whose numbers come from networks: couplings, autoregressive layers and what is made of them. The networks' output layers start
/// at 0, so that layers start at what their map is for numbers of 0: the identity. The passes undo layers instead of keeping a tape.
/// </summary>
public abstract class NetworkFlow : IFlow
{
    private readonly NetworkLayers _layers;
    private readonly LayerOffsets _offsets;
    private readonly int _seeds;
    private readonly ComponentOrder _order;
    private readonly ILayerLaunches _launches;

    /// <param name="layers">What the layers consist of.</param>
    /// <param name="shape">What the flow is built for.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="load">Loads the passes for an order of components.</param>
    protected NetworkFlow(NetworkLayers layers, FlowShape shape, Accelerator accelerator, Func<ComponentOrderView, ILayerLaunches> load)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(load);
        _layers = layers;
        _offsets = layers.Offsets;
        _seeds = shape.Seeds;
        _order = new ComponentOrder(accelerator, shape, layers.Length, layers.IsRandom);
        _launches = load(_order.View);
        Blocks = [.. Enumerable.Range(0, Length).SelectMany(BlocksOfLayer)];
    }

    /// <inheritdoc/>
    public int Length => _layers.Length;

    /// <inheritdoc/>
    public int ParameterCount => _offsets.Layer(Length);

    /// <inheritdoc/>
    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>A network has too many parameters for every data point to have its own.</summary>
    public ParameterScope Scope => ParameterScope.Global;

    /// <summary>None: layers are undone on the way back.</summary>
    public int TapeLength => 0;

    /// <inheritdoc/>
    public int ScratchLength => _layers.OwnRows + Math.Max(_layers.Even.ScratchLength, _layers.Odd.ScratchLength);

    /// <summary>The biases of the first hidden layer of every network, if they depend on the data point.</summary>
    public int ContextLength => _offsets.Context(Length);

    /// <summary>The order of the components in every layer; the two layers of a pair use it in opposite ways.</summary>
    public IReadOnlyList<FlowConstant> Constants(int position) => _order.Of(position);

    /// <inheritdoc/>
    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Seeds.Count != _seeds)
            throw new ArgumentException($"The flow was built for {_seeds} seeds but is initialized for {seeds.Seeds.Count}.", nameof(seeds));
        _order.Draw(seeds);
        for (int position = 0; position < _seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            Span<float> ofSeed = parameters.Slice(position * ParameterCount, ParameterCount);
            ofSeed.Clear();
            for (int layer = 0; layer < Length; layer++)
            {
                InitializeLayer(random, OwnOf(layer, ofSeed));
                InitializeNetwork(random, _layers.Network(layer), ofSeed[_offsets.Network(layer).._offsets.Layer(layer + 1)]);
            }
        }
    }

    /// <inheritdoc/>
    public void InitializeContext(FlowSeeds seeds, Span<float> context)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        for (int position = 0; position < _seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.ContextInitialization);
            for (int layer = 0; layer < Length; layer++)
                _layers.Network(layer).InitializeContext(random, context.Slice(position * ContextLength + _offsets.Context(layer), _layers.Even.ContextLength));
        }
    }

    /// <inheritdoc/>
    public void Forward(in FlowForward pass) => Launches().Forward(pass);

    /// <inheritdoc/>
    public void Backward(in FlowBackward pass) => Launches().Backward(pass);

    /// <inheritdoc/>
    public void Inverse(in FlowInverse pass) => Launches().Inverse(pass);

    /// <inheritdoc/>
    public void InverseBackward(in FlowInverseBackward pass) => Launches().InverseBackward(pass);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The parameters that a layer has beside its network's.</summary>
    /// <param name="layer">Counted from 0.</param>
    /// <param name="parameters">[P], of one seed.</param>
    protected LayerStart OwnOf(int layer, Span<float> parameters) => new(_layers.Own, parameters[_offsets.Layer(layer).._offsets.Network(layer)]);

    /// <summary>Writes the initial values of the parameters that a layer has beside its network's.</summary>
    /// <param name="random">The seed's random numbers.</param>
    /// <param name="layer">The layer's own parameters by name, zero on entry.</param>
    protected virtual void InitializeLayer(RandomStream random, LayerStart layer)
    {
    }

    /// <summary>Gives back what the flow owns.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _order.Dispose();
    }

    private static void InitializeNetwork(RandomStream random, IConditioner network, Span<float> parameters)
    {
        network.Initialize(random, parameters);
        foreach (ParameterBlock block in network.Blocks.Where(block => block.Name.StartsWith("output.", StringComparison.Ordinal)))
            parameters.Slice(block.Offset, block.Length).Clear();
    }

    private ILayerLaunches Launches() => _order.IsDrawn
        ? _launches
        : throw new InvalidOperationException("A flow of layers with networks draws the order of components in Initialize, which must come before its first pass.");

    private IEnumerable<ParameterBlock> BlocksOfLayer(int layer)
    {
        int offset = _offsets.Layer(layer);
        foreach (LayerBlock block in _layers.Own)
        {
            yield return new ParameterBlock(block.Name, layer, offset, block.Length);
            offset += block.Length;
        }
        foreach (ParameterBlock block in _layers.Network(layer).Blocks)
            yield return block with { Layer = layer, Offset = _offsets.Network(layer) + block.Offset };
    }
}
