using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.LinearAlgebra.Sparse;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Networks;

/// <summary>
/// Hidden layers of maxout, tanh, relu or elu units and a linear output layer, each one matrix product Y = W X + b over all samples of a
/// seed. Backward: dX = W' dY, dW = dY X', db = row sums of dY; of maxout units, on devices that can, only the terms of the winners.
/// <para>
/// Initial weights are normal with mean 0 and variance gain^2 / inputs, biases 0. The gain is 1 for maxout and for output layers (LeCun,
/// Bottou, Orr and Müller, "Efficient BackProp", 1998: unit variance stays unit variance; the maximum of four raises the second moment
/// to 1.55, as much as depth 2 needs no correction for), sqrt(2) for relu and elu (He, Zhang, Ren and Sun, "Delving Deep into Rectifiers", 2015,
/// https://arxiv.org/abs/1502.01852), 1 for tanh, which is the identity near 0 (the scaling of Glorot and Bengio 2010, with
/// inputs only).
/// </para>
/// </summary>
public sealed class DeepNetwork : INetwork
{
    private readonly IMatrixMultiply _products;
    private readonly Accelerator _accelerator;
    private readonly IUnitPasses _units;
    private readonly int _hidden;
    private readonly List<NetworkLayer> _layers = [];

    public DeepNetwork(NetworkSettings settings, int inputs, int outputs, Accelerator accelerator, IMatrixMultiply products)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        _products = products;
        _accelerator = accelerator;
        _hidden = settings.Hidden;
        _units = PassesOf(settings);
        Inputs = inputs;
        Outputs = outputs;
        for (int layer = 0; layer < settings.Depth; layer++)
            AddHiddenLayer();
        Add(new NetworkLayer("output", _layers.Count == 0 ? inputs : _hidden, outputs, ParameterCount, -1, -1));
        Blocks = [.. _layers.SelectMany(BlocksOf)];
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public int ParameterCount { get; private set; }

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Linear and hidden units of every hidden layer.</summary>
    public int TapeLength { get; private set; }

    /// <summary>The gradient of one layer of hidden units.</summary>
    public int ScratchLength => _layers.Count == 1 ? 0 : _hidden;

    private AcceleratorStream Stream => _accelerator.DefaultStream;

    public void Initialize(RandomStream random, Span<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters[..ParameterCount].Clear();
        foreach (NetworkLayer layer in _layers)
        {
            double deviation = (layer == _layers[^1] ? 1 : _units.Gain) / Math.Sqrt(layer.Inputs);
            foreach (ref float weight in parameters.Slice(layer.First, layer.Inputs * layer.Outputs))
                weight = (float)(deviation * random.NextNormal());
        }
    }

    public void Forward(in NetworkForward pass)
    {
        SampleRows input = pass.Input;
        for (int i = 0; i < _layers.Count - 1; i++)
        {
            NetworkLayer layer = _layers[i];
            Multiply(pass.Seeds, layer, pass.Parameters, input, new SampleRows(pass.Tape, layer.LinearRow, layer.Outputs));
            _units.Forward(pass.Seeds, _hidden, pass.Tape, layer);
            input = new SampleRows(pass.Tape, layer.UnitRow, _hidden);
        }
        Multiply(pass.Seeds, _layers[^1], pass.Parameters, input, pass.Output);
    }

    public void Backward(in NetworkBackward pass)
    {
        for (int i = _layers.Count - 1; i >= 0; i--)
        {
            NetworkLayer layer = _layers[i];
            SampleRows input = i == 0 ? pass.Input : new SampleRows(pass.Tape, _layers[i - 1].UnitRow, _hidden);
            SampleRows? target = i == 0 ? pass.InputGradient : new SampleRows(pass.Scratch, 0, _hidden);
            if (i == _layers.Count - 1)
                LinearBackward(pass, layer, input, pass.OutputGradient, target);
            else if (_units.Window > 1 && _products is MatrixMultiply { HasMaxout: true } products)
                MaxoutBackward(products, pass, layer, input, target);
            else
                UnitBackward(pass, layer, input, target);
        }
    }

    private static MatrixView WeightOf(NetworkLayer layer, SeedParameters parameters) => new(
        From(parameters, layer.First), layer.Outputs, layer.Inputs, layer.Inputs, parameters.Stride);

    private static MatrixSums BiasOf(NetworkLayer layer, SeedParameters values) => new(From(values, layer.FirstBias), values.Stride);

    private static ArrayView<float> From(SeedParameters parameters, int offset)
    {
        long first = parameters.First + offset;
        return parameters.Values.SubView(first, parameters.Values.Length - first);
    }

    private static IEnumerable<ParameterBlock> BlocksOf(NetworkLayer layer, int index)
    {
        yield return new ParameterBlock($"{layer.Name}.weight", index, layer.First, layer.Inputs * layer.Outputs) { Shape = [layer.Outputs, layer.Inputs] };
        yield return new ParameterBlock($"{layer.Name}.bias", index, layer.FirstBias, layer.Outputs);
    }

    /// <summary>Y = W X + b; of data that is mostly zeros, only the terms that are not.</summary>
    private void Multiply(int seeds, NetworkLayer layer, SeedParameters parameters, SampleRows input, SampleRows output)
    {
        if (layer == _layers[0] && _products is MatrixMultiply products && products.TryMultiplySparse(
            Stream, new SparseInput(seeds, WeightOf(layer, parameters), input.AsMatrix(), BiasOf(layer, parameters), output.AsMatrix())))
        {
            return;
        }

        MatrixBias bias = new(From(parameters, layer.FirstBias), parameters.Stride, BiasAxis.Rows);
        _products.Multiply(
            Stream, seeds, WeightOf(layer, parameters), input.AsMatrix(), MatrixOutput.Assign(output.AsMatrix()) with { Bias = bias });
    }

    /// <summary>Of a layer of hidden units, whose gradient is in the scratch.</summary>
    private void UnitBackward(in NetworkBackward pass, NetworkLayer layer, SampleRows input, SampleRows? target)
    {
        _units.Backward(pass.Seeds, _hidden, pass.Tape, layer, pass.Scratch);
        LinearBackward(pass, layer, input, new SampleRows(pass.Tape, layer.LinearRow, layer.Outputs), target);
    }

    /// <summary>dW = dY X', db = row sums of dY, dX = W' dY.</summary>
    private void LinearBackward(in NetworkBackward pass, NetworkLayer layer, SampleRows input, SampleRows gradient, SampleRows? target)
    {
        MatrixOutput output = MatrixOutput.Assign(WeightOf(layer, pass.Gradients)) with { LeftSums = BiasOf(layer, pass.Gradients) };
        _products.Multiply(Stream, pass.Seeds, gradient.AsMatrix(), input.AsMatrix().Transpose(), output);
        if (target is { } inputGradient)
        {
            _products.Multiply(
                Stream, pass.Seeds, WeightOf(layer, pass.Parameters).Transpose(), gradient.AsMatrix(), MatrixOutput.Assign(inputGradient.AsMatrix()));
        }
    }

    /// <summary>The same as <see cref="UnitBackward"/> without the terms that are 0.</summary>
    private void MaxoutBackward(MatrixMultiply products, in NetworkBackward pass, NetworkLayer layer, SampleRows input, SampleRows? target) =>
        products.MaxoutBackward(Stream, new MaxoutGradient(
            pass.Seeds, _units.Window, new SampleRows(pass.Tape, layer.LinearRow, layer.Outputs).AsMatrix(), new SampleRows(pass.Tape, layer.UnitRow, _hidden).AsMatrix(),
            new SampleRows(pass.Scratch, 0, _hidden).AsMatrix(), input.AsMatrix(), WeightOf(layer, pass.Gradients), BiasOf(layer, pass.Gradients),
            WeightOf(layer, pass.Parameters), target?.AsMatrix()));

    private void AddHiddenLayer()
    {
        int inputs = _layers.Count == 0 ? Inputs : _hidden;
        int linear = _hidden * _units.Window;
        bool isInPlace = _units.Window == 1;
        NetworkLayer layer = new($"hidden{_layers.Count + 1}", inputs, linear, ParameterCount, TapeLength, isInPlace ? TapeLength : TapeLength + linear);
        TapeLength += isInPlace ? linear : linear + _hidden;
        Add(layer);
    }

    private void Add(NetworkLayer layer)
    {
        _layers.Add(layer);
        ParameterCount += layer.ParameterCount;
    }

    private IUnitPasses PassesOf(NetworkSettings settings) => settings.Activation switch
    {
        Activation.Maxout => new MaxoutPasses(_accelerator, settings.Window),
        Activation.Tanh => new PointwisePasses<TanhFunction>(_accelerator, 1),
        Activation.Relu => new PointwisePasses<ReluFunction>(_accelerator, Math.Sqrt(2)),
        Activation.Elu => new PointwisePasses<EluFunction>(_accelerator, Math.Sqrt(2)),
        _ => throw new InvalidOperationException($"There are no kernels for the activation {settings.Activation}."),
    };
}
