using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU.Runtime;

namespace AffineCoupling;

/// <summary>
/// zA stays, z'B = e^c zB + t with c = tanh(s), and (s, t) the outputs of one network of zA; the parts change roles from layer to layer. Log-det: sum of c.
/// Dinh, Sohl-Dickstein and Bengio, "Density estimation using Real NVP", 2016, https://arxiv.org/abs/1605.08803
/// </summary>
[Flow("affine-coupling", Summary = "Scales and shifts one half by one network of the other.", Source = "Dinh, Sohl-Dickstein and Bengio 2016")]
public sealed class AffineFlow : IFlow
{
    private readonly IConditioner _even;
    private readonly IConditioner _odd;
    private readonly IAffinePasses _passes;
    private readonly int _half;
    private readonly int _dimension;

    public AffineFlow(AffineSettings settings, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
    {
        if (shape.Dimension < 2)
            throw new ComponentSettingsException($"a coupling needs D of at least 2, but D is {shape.Dimension}");
        (_dimension, _half, Length) = (shape.Dimension, shape.Dimension / 2, settings.Length);
        _even = networks.CreateConditioner(settings.Network, _half, 2 * (_dimension - _half));
        _odd = networks.CreateConditioner(settings.Network, _dimension - _half, 2 * _half);
        _passes = _even.Accept(new AffineLoader(accelerator, _odd, _even.ParameterCount, _odd.ParameterCount, _half, _dimension, Length));
        Blocks = [.. Enumerable.Range(0, Length).SelectMany(layer => Network(layer).Blocks.Select(block => block with { Layer = layer, Offset = Offset(layer) + block.Offset }))];
    }

    public int Length { get; }

    public int ParameterCount => Offset(Length);

    public IReadOnlyList<ParameterBlock> Blocks { get; }

    public int TapeLength => 0;

    /// <summary>Outputs and their gradients, then the network's own.</summary>
    public int ScratchLength => 4 * (_dimension - _half) + Math.Max(_even.ScratchLength, _odd.ScratchLength);

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        for (int position = 0; position < seeds.Seeds.Count; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.Initialization);
            for (int layer = 0; layer < Length; layer++)
                Network(layer).Initialize(random, parameters.Slice(position * ParameterCount + Offset(layer), Network(layer).ParameterCount));
        }
    }

    public void Forward(in FlowForward pass) => _passes.Forward(pass);

    public void Backward(in FlowBackward pass) => _passes.Backward(pass);

    public void Inverse(in FlowInverse pass) => _passes.Inverse(pass);

    public void InverseBackward(in FlowInverseBackward pass) => _passes.InverseBackward(pass);

    public void Dispose()
    {
    }

    private IConditioner Network(int layer) => layer % 2 == 0 ? _even : _odd;

    private int Offset(int layer) => layer / 2 * (_even.ParameterCount + _odd.ParameterCount) + layer % 2 * _even.ParameterCount;
}
