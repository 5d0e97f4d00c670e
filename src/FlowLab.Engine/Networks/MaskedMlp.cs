using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Engine.Networks;

/// <summary>
/// A masked multilayer perceptron (MADE): n outputs per component, which depend on the components before it alone.
/// Initial values: see <see cref="MlpStart"/>; the inputs of a unit are those that its mask leaves.
/// <para>Germain, Gregor, Murray and Larochelle, "MADE: Masked Autoencoder for Distribution Estimation", 2015, https://arxiv.org/abs/1502.03509</para>
/// </summary>
public sealed class MaskedMlp : IMaskedConditioner
{
    private readonly Activation _activation;
    private readonly MaskedShape _shape;

    public MaskedMlp(ConditionerSettings settings, int components, int numbers, bool isConditioned = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numbers, 1);
        if (settings.Activation == Activation.Maxout)
            ArgumentOutOfRangeException.ThrowIfLessThan(settings.Window, 2);
        _activation = settings.Activation;
        int window = _activation == Activation.Maxout ? settings.Window : 1;
        _shape = new MaskedShape(components, numbers, settings.Hidden, settings.Depth, window, isConditioned);
        Blocks = [.. Enumerable.Range(0, settings.Depth).SelectMany(BlocksOfHiddenLayer), .. BlocksOfOutputLayer()];
    }

    public int ParameterCount => _shape.ParameterCount;

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    public int ScratchLength => _shape.ScratchLength;

    public int ContextLength => _shape.ContextLength;

    public void Initialize(RandomStream random, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters[..ParameterCount].Clear();
        for (int layer = 0; layer < _shape.Depth; layer++)
            FillHidden(random, layer, parameters);
        if (_shape.Conditioned == 0)
            MlpStart.FillBiases(random, parameters.Slice(_shape.WeightCount(0), _shape.Hidden * _shape.Window));
        int output = _shape.OutputWeight(0);
        MlpStart.FillOutput(random, _activation, _shape.Hidden, parameters[output.._shape.OutputBias(0)]);
    }

    public void InitializeContext(RandomStream random, Span<float> context)
    {
        ArgumentNullException.ThrowIfNull(random);
        MlpStart.FillBiases(random, context[..ContextLength]);
    }

    public TResult Accept<TResult>(IConditionerVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return Accept(new AnyVisitor<TResult>(visitor));
    }

    public TResult Accept<TResult>(IMaskedConditionerVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return _activation switch
        {
            Activation.Maxout => visitor.Visit(new MaskedMlpKernel<MaxoutUnits>(_shape)),
            Activation.Tanh => visitor.Visit(new MaskedMlpKernel<PointwiseUnits<TanhFunction>>(_shape)),
            Activation.Relu => visitor.Visit(new MaskedMlpKernel<PointwiseUnits<ReluFunction>>(_shape)),
            Activation.Elu => visitor.Visit(new MaskedMlpKernel<PointwiseUnits<EluFunction>>(_shape)),
            _ => throw new InvalidOperationException($"There is no kernel for the activation {_activation}."),
        };
    }

    private void FillHidden(RandomStream random, int layer, Span<float> parameters)
    {
        for (int component = 0; component < _shape.Components; component++)
        {
            if (!_shape.HasUnits(component))
                continue;
            HiddenPlace place = _shape.Place(layer, component, 0);
            int weights = (place.EndUnit - place.FirstUnit) * _shape.Window * place.Inputs;
            MlpStart.FillHidden(random, _activation, Math.Max(place.Inputs, 1), parameters.Slice(place.WeightIndex, weights));
        }
    }

    private IEnumerable<ParameterBlock> BlocksOfHiddenLayer(int layer)
    {
        string name = _shape.Depth == 1 ? "hidden" : $"hidden{layer + 1}";
        int offset = _shape.LayerOffset(layer), weights = _shape.WeightCount(layer);
        if (weights > 0)
            yield return new ParameterBlock($"{name}.weight", 0, offset, weights);
        if (layer > 0 || _shape.Conditioned == 0)
            yield return new ParameterBlock($"{name}.bias", 0, offset + weights, _shape.Hidden * _shape.Window);
    }

    private IEnumerable<ParameterBlock> BlocksOfOutputLayer()
    {
        int weights = _shape.OutputWeight(0), biases = _shape.OutputBias(0);
        if (biases > weights)
            yield return new ParameterBlock("output.weight", 0, weights, biases - weights);
        yield return new ParameterBlock("output.bias", 0, biases, _shape.Components * _shape.Numbers);
    }

    /// <summary>For callers that need no more than a conditioner.</summary>
    private sealed class AnyVisitor<TResult>(IConditionerVisitor<TResult> visitor) : IMaskedConditionerVisitor<TResult>
    {
        public TResult Visit<TNetwork>(TNetwork network)
            where TNetwork : unmanaged, IMaskedConditionerKernel => visitor.Visit(network);
    }
}
