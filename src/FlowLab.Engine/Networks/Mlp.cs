using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Engine.Networks;

/// <summary>
/// A multilayer perceptron that flows evaluate inside their kernels: hidden layers of maxout, tanh, relu or elu units, then a linear layer.
/// <para>
/// Initial weights of the hidden layers are normal with variance gain^2 / inputs: gain sqrt(2) for relu and elu (He, Zhang, Ren and Sun,
/// "Delving Deep into Rectifiers", 2015, https://arxiv.org/abs/1502.01852), 1 for maxout, whose maximum already raises the second
/// moment, 1.5 for tanh. Biases of the first hidden layer are uniform within 2, which spreads the bends of the units over the region
/// where z lives; further biases are 0. Output weights are normal with standard deviation 0.3 / sqrt(hidden) for tanh and
/// 0.1 / sqrt(hidden) for the unbounded units: the first output is small, so that a coupling starts near the identity, but not 0, so
/// that the gradients of the hidden layers are not 0 either and no two units are alike.
/// </para>
/// </summary>
public sealed class Mlp : IConditioner
{
    private const double BiasRange = 2;

    private readonly Activation _activation;
    private readonly MlpShape _shape;

    public Mlp(ConditionerSettings settings, int inputs, int outputs, bool isConditioned = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if (settings.Activation == Activation.Maxout)
            ArgumentOutOfRangeException.ThrowIfLessThan(settings.Window, 2);
        _activation = settings.Activation;
        int window = _activation == Activation.Maxout ? settings.Window : 1;
        _shape = new MlpShape(inputs, outputs, settings.Hidden, settings.Depth, window, isConditioned);
        Blocks = [.. Enumerable.Range(0, settings.Depth).SelectMany(BlocksOfHiddenLayer), .. BlocksOfOutputLayer()];
    }

    public int ParameterCount => _shape.ParameterCount;

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    public int ScratchLength => _shape.ScratchLength;

    public int ContextLength => _shape.ContextLength;

    private double HiddenGain => _activation switch { Activation.Tanh => 1.5, Activation.Relu or Activation.Elu => Math.Sqrt(2), _ => 1 };

    private double OutputGain => _activation == Activation.Tanh ? 0.3 : 0.1;

    public void Initialize(RandomStream random, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters[..ParameterCount].Clear();
        for (int layer = 0; layer < _shape.Depth; layer++)
            FillNormal(random, parameters.Slice(_shape.LayerOffset(layer), WeightCount(layer)), HiddenGain / Math.Sqrt(_shape.LayerInputs(layer)));
        if (_shape.Conditioned == 0)
            FillBiases(random, parameters.Slice(WeightCount(0), _shape.Hidden * _shape.Window));
        int output = _shape.LayerOffset(_shape.Depth);
        FillNormal(random, parameters.Slice(output, _shape.Hidden * _shape.Outputs), OutputGain / Math.Sqrt(_shape.Hidden));
    }

    public void InitializeContext(RandomStream random, Span<float> context)
    {
        ArgumentNullException.ThrowIfNull(random);
        FillBiases(random, context[..ContextLength]);
    }

    public TResult Accept<TResult>(IConditionerVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return _activation switch
        {
            Activation.Maxout => visitor.Visit(new MlpKernel<MaxoutUnits>(_shape)),
            Activation.Tanh => visitor.Visit(new MlpKernel<PointwiseUnits<TanhFunction>>(_shape)),
            Activation.Relu => visitor.Visit(new MlpKernel<PointwiseUnits<ReluFunction>>(_shape)),
            Activation.Elu => visitor.Visit(new MlpKernel<PointwiseUnits<EluFunction>>(_shape)),
            _ => throw new InvalidOperationException($"There is no kernel for the activation {_activation}."),
        };
    }

    private static void FillBiases(RandomStream random, Span<float> biases)
    {
        foreach (ref float bias in biases)
            bias = (float)random.NextUniform(-BiasRange, BiasRange);
    }

    private static void FillNormal(RandomStream random, Span<float> weights, double deviation)
    {
        foreach (ref float weight in weights)
            weight = (float)(deviation * random.NextNormal());
    }

    private int WeightCount(int layer) => _shape.Hidden * _shape.Window * _shape.LayerInputs(layer);

    private IEnumerable<ParameterBlock> BlocksOfHiddenLayer(int layer)
    {
        string name = _shape.Depth == 1 ? "hidden" : $"hidden{layer + 1}";
        int offset = _shape.LayerOffset(layer);
        yield return new ParameterBlock($"{name}.weight", 0, offset, WeightCount(layer)) { Shape = [_shape.Hidden * _shape.Window, _shape.LayerInputs(layer)] };
        if (layer > 0 || _shape.Conditioned == 0)
            yield return new ParameterBlock($"{name}.bias", 0, offset + WeightCount(layer), _shape.Hidden * _shape.Window);
    }

    private IEnumerable<ParameterBlock> BlocksOfOutputLayer()
    {
        int offset = _shape.LayerOffset(_shape.Depth);
        yield return new ParameterBlock("output.weight", 0, offset, _shape.Hidden * _shape.Outputs) { Shape = [_shape.Outputs, _shape.Hidden] };
        yield return new ParameterBlock("output.bias", 0, offset + _shape.Hidden * _shape.Outputs, _shape.Outputs);
    }
}
