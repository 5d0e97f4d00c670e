using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.RealNvp;

/// <summary>
/// Real NVP flow: each layer scales and shifts one part of z by a network of the other.
/// <list type="bullet">
/// <item>Forward: z'_a = z_a, z'_b = e^s z_b + t, where (raw, t) = net(z_a), two outputs per component of z_b, and s = alpha tanh(raw / alpha).
/// Layers come in pairs that share the parts, which change roles within the pair: the second layer keeps what the first has moved.</item>
/// <item>Log-det: the sum of s.</item>
/// <item>Inverse: z_a = z'_a, z_b = e^-s (z'_b - t), exact to rounding.</item>
/// <item>Domain and constraint: all of R^D, D at least 2; any network. The bound alpha, <see cref="RealNvpSettings.ScaleBound"/>, keeps a
/// layer's stretch within e^-alpha and e^alpha: an unbounded s overflows where the network extrapolates.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B], no tape (the inverse is exact to rounding), scratch [R, 6 ceil(D / 2) + network's, B].</item>
/// <item>Parameters: per layer those of its network; the parts of z are <see cref="RealNvpSettings.Mask"/>'s, drawn once per seed and pair of
/// layers and not trained.</item>
/// <item>Cost: per sample and layer one network and D / 2 exponentials; backward one network more to undo the layer.</item>
/// </list>
/// Initial values: those of the network, its output layer 0, so that the flow starts at the identity.
/// <para>Dinh, Sohl-Dickstein and Bengio, "Density estimation using Real NVP", equations (7)-(8), 2017, https://arxiv.org/abs/1605.08803</para>
/// </summary>
[Flow("real-nvp", Summary = "Scales and shifts one part of z by a network of the other.", Source = "Dinh, Sohl-Dickstein and Bengio 2017, equations (7)-(8)")]
public sealed class RealNvpFlow : IFlow
{
    private readonly RealNvpMask _mask;
    private readonly int _seeds;
    private readonly RealNvpShape _shape;
    private readonly IConditioner _even;
    private readonly IConditioner _odd;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _order;
    private readonly IRealNvpPasses _passes;
    private bool _isInitialized;

    public RealNvpFlow(RealNvpSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(networks);
        if (shape.Dimension < 2)
        {
            throw new ComponentSettingsException(
                $"a real NVP flow moves one part of z by a function of the other and needs D of at least 2, but D is {shape.Dimension}; take a planar or radial flow here");
        }
        _mask = settings.Mask;
        _seeds = shape.Seeds;
        int half = shape.Dimension / 2, rest = shape.Dimension - half;
        _even = networks.CreateConditioner(settings.Network, half, 2 * rest, settings.Conditioned);
        _odd = networks.CreateConditioner(settings.Network, rest, 2 * half, settings.Conditioned);
        _shape = new RealNvpShape(
            shape.Dimension, settings.Length, _even.ParameterCount, _odd.ParameterCount, _even.ContextLength, (float)settings.ScaleBound);
        _order = accelerator.Allocate1D<int>((long)_seeds * _shape.Pairs * shape.Dimension);
        _passes = new RealNvpPassesLoader(accelerator, _shape, _order.View, _even, _odd).Load();
        Blocks = [.. Enumerable.Range(0, Length).SelectMany(BlocksOfLayer)];
    }

    public int Length => _shape.Length;

    public int ParameterCount => _shape.Offset(Length);

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>A conditioner has too many parameters for every data point to have its own.</summary>
    public ParameterScope Scope => ParameterScope.Global;

    /// <summary>None: the layers are undone on the way back.</summary>
    public int TapeLength => 0;

    public int ScratchLength => _shape.NetworkRow + Math.Max(_even.ScratchLength, _odd.ScratchLength);

    /// <summary>The biases of the first hidden layer of every network, if they depend on the data point.</summary>
    public int ContextLength => _shape.ContextOffset(Length);

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Seeds.Count != _seeds)
            throw new ArgumentException($"The flow was built for {_seeds} seeds but is initialized for {seeds.Seeds.Count}.", nameof(seeds));
        DrawMasks(seeds);
        for (int position = 0; position < _seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int layer = 0; layer < Length; layer++)
                InitializeNetwork(random, Network(layer), parameters.Slice(position * ParameterCount + _shape.Offset(layer), Network(layer).ParameterCount));
        }
    }

    public void InitializeContext(FlowSeeds seeds, Span<float> context)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        for (int position = 0; position < _seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.ContextInitialization);
            for (int layer = 0; layer < Length; layer++)
                Network(layer).InitializeContext(random, context.Slice((position * Length + layer) * _even.ContextLength, _even.ContextLength));
        }
    }

    public void Forward(in FlowForward pass) => Passes().Forward(pass);

    public void Backward(in FlowBackward pass) => Passes().Backward(pass);

    public void Inverse(in FlowInverse pass) => Passes().Inverse(pass);

    public void InverseBackward(in FlowInverseBackward pass) => Passes().InverseBackward(pass);

    public void Dispose() => _order.Dispose();

    private static void InitializeNetwork(RandomStream random, IConditioner network, Span<float> parameters)
    {
        network.Initialize(random, parameters);
        foreach (ParameterBlock block in network.Blocks.Where(block => block.Name.StartsWith("output.", StringComparison.Ordinal)))
            parameters.Slice(block.Offset, block.Length).Clear();
    }

    private void DrawMasks(FlowSeeds seeds)
    {
        var order = new List<int>();
        for (int position = 0; position < _seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.FlowConstants);
            for (int pair = 0; pair < _shape.Pairs; pair++)
                order.AddRange(RealNvpMasks.Draw(_mask, random, _shape.Dimension));
        }
        _order.CopyFromCPU(order.ToArray());
        _isInitialized = true;
    }

    private IRealNvpPasses Passes() => _isInitialized
        ? _passes
        : throw new InvalidOperationException("A real NVP flow draws its masks in Initialize, which must come before its first pass.");

    private IConditioner Network(int layer) => layer % 2 == 0 ? _even : _odd;

    private IEnumerable<ParameterBlock> BlocksOfLayer(int layer) =>
        Network(layer).Blocks.Select(block => block with { Layer = layer, Offset = _shape.Offset(layer) + block.Offset });
}
