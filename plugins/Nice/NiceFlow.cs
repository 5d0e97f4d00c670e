using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>
/// NICE flow: each layer mixes the components of z by a fixed random map, then shifts one part of them by a network of the other.
/// <list type="bullet">
/// <item>Forward: y = M z, split into yA = y[0 .. D/2) and yB, the rest. Even layers: f(z) = (yA, yB + net(yA)); odd layers:
/// f(z) = (yA + net(yB), yB).</item>
/// <item>Log-det: 0, M being orthogonal and the coupling's Jacobian triangular with ones on its diagonal.</item>
/// <item>Inverse: subtract the same shift, then z = M'y.</item>
/// <item>Domain and constraint: all of R^D, D at least 2; any network.</item>
/// <item>Shapes: z [R, D, B], log-det [R, B] (untouched), no tape (the inverse is exact to rounding), scratch [R, D + network's, B].</item>
/// <item>Parameters: per layer those of its network; M is drawn once per seed and layer and not trained.
/// <see cref="NiceMixing.Perm"/>: a permutation, see <see cref="NicePermutations"/> for the pairing of layers;
/// <see cref="NiceMixing.Orth"/>: an orthogonal matrix, see <see cref="HaarOrthogonal"/>.</item>
/// <item>Cost: per sample and layer one network, plus D (perm) or D^2 (orth); backward one network more to undo the shift.</item>
/// </list>
/// Rezende and Mohamed, "Variational Inference with Normalizing Flows", equations (16)-(19), 2015, https://arxiv.org/abs/1505.05770,
/// after Dinh, Krueger and Bengio, "NICE: Non-linear Independent Components Estimation", 2014, https://arxiv.org/abs/1410.8516
/// </summary>
[Flow("nice", Summary = "Mixes the components of z by a fixed random map and shifts one half by a network of the other.",
    Source = "Rezende and Mohamed 2015, equations (16)-(19); Dinh, Krueger and Bengio 2014")]
public sealed class NiceFlow : IFlow
{
    private readonly FlowShape _shape;
    private readonly IConditioner _even;
    private readonly IConditioner _odd;
    private readonly IMixingConstants _mixing;
    private readonly INicePasses _passes;
    private bool _isInitialized;

    public NiceFlow(NiceSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(networks);
        if (shape.Dimension < 2)
        {
            throw new ComponentSettingsException(
                $"a NICE flow shifts one part of z by a function of the other and needs D of at least 2, but D is {shape.Dimension}; take a planar or radial flow here");
        }
        _shape = shape;
        Length = settings.Length;
        int half = shape.Dimension / 2;
        _even = networks.CreateConditioner(settings.Network, half, shape.Dimension - half, settings.Conditioned);
        _odd = networks.CreateConditioner(settings.Network, shape.Dimension - half, half, settings.Conditioned);
        _mixing = settings.Mixing == NiceMixing.Orth
            ? new OrthogonalConstants(accelerator, shape, Length)
            : new PermutationConstants(accelerator, shape, Length);
        _passes = _mixing.LoadPasses(accelerator, _even, _odd);
        Blocks = [.. Enumerable.Range(0, Length).SelectMany(BlocksOfLayer)];
    }

    public int Length { get; }

    public int ParameterCount => Offset(Length);

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>The paper's: a conditioner has too many parameters for every data point to have its own.</summary>
    public ParameterScope Scope => ParameterScope.Global;

    /// <summary>None: the layers are undone on the way back.</summary>
    public int TapeLength => 0;

    public int ScratchLength => _shape.Dimension + Math.Max(_even.ScratchLength, _odd.ScratchLength);

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Seeds.Count != _shape.Seeds)
            throw new ArgumentException($"The flow was built for {_shape.Seeds} seeds but is initialized for {seeds.Seeds.Count}.", nameof(seeds));
        _mixing.Draw(seeds);
        _isInitialized = true;
        for (int position = 0; position < _shape.Seeds; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int layer = 0; layer < Length; layer++)
                Network(layer).Initialize(random, parameters.Slice(position * ParameterCount + Offset(layer), Network(layer).ParameterCount));
        }
    }

    /// <summary>M of every layer: rotation [D, D] with y = M z, or permutation [D] with y[d] = z[permutation[d]].</summary>
    public IReadOnlyList<FlowConstant> Constants(int position) => _mixing.Of(position);

    /// <summary>The biases of the first hidden layer of every network, if they depend on the data point.</summary>
    public int ContextLength => Length * _even.ContextLength;

    public void InitializeContext(FlowSeeds seeds, Span<float> context)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        for (int position = 0; position < _shape.Seeds; position++)
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

    public void Dispose() => _mixing.Dispose();

    private INicePasses Passes() => _isInitialized
        ? _passes
        : throw new InvalidOperationException("A NICE flow draws its mixing maps in Initialize, which must come before its first pass.");

    private IConditioner Network(int layer) => layer % 2 == 0 ? _even : _odd;

    private int Offset(int layer) => layer / 2 * (_even.ParameterCount + _odd.ParameterCount) + layer % 2 * _even.ParameterCount;

    private IEnumerable<ParameterBlock> BlocksOfLayer(int layer) =>
        Network(layer).Blocks.Select(block => block with { Layer = layer, Offset = Offset(layer) + block.Offset });
}
