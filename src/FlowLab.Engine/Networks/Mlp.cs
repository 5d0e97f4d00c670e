using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Engine.Networks;

/// <summary>
/// A multilayer perceptron that flows evaluate inside their kernels: hidden layers of maxout, tanh, relu or elu units, then a linear layer.
/// Initial values: see <see cref="MlpStart"/>.
/// </summary>
public sealed class Mlp : IConditioner
{
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

    public void Initialize(RandomStream random, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters[..ParameterCount].Clear();
        for (int layer = 0; layer < _shape.Depth; layer++)
            MlpStart.FillHidden(random, _activation, _shape.LayerInputs(layer), parameters.Slice(_shape.LayerOffset(layer), WeightCount(layer)));
        if (_shape.Conditioned == 0)
            MlpStart.FillBiases(random, parameters.Slice(WeightCount(0), _shape.Hidden * _shape.Window));
        int output = _shape.LayerOffset(_shape.Depth);
        MlpStart.FillOutput(random, _activation, _shape.Hidden, parameters.Slice(output, _shape.Hidden * _shape.Outputs));
    }

    public void InitializeContext(RandomStream random, Span<float> context)
    {
        ArgumentNullException.ThrowIfNull(random);
        MlpStart.FillBiases(random, context[..ContextLength]);
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

    private int WeightCount(int layer) => _shape.Hidden * _shape.Window * _shape.LayerInputs(layer);

    /// <summary>[units, inputs]; the numbers of a maxout unit's window are neighboring units.</summary>
    private int[] WeightShape(int layer) => [_shape.Hidden * _shape.Window, _shape.LayerInputs(layer)];

    private IEnumerable<ParameterBlock> BlocksOfHiddenLayer(int layer)
    {
        string name = _shape.Depth == 1 ? "hidden" : $"hidden{layer + 1}";
        int offset = _shape.LayerOffset(layer);
        yield return new ParameterBlock($"{name}.weight", 0, offset, WeightCount(layer)) { Shape = WeightShape(layer) };
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
