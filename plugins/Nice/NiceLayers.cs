using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Plugins.Nice;

/// <summary>
/// The parts of a NICE flow as its kernels see them. Even layers shift the second part of z by a network of the first
/// <see cref="Half"/> components, odd layers the first part by a network of the rest.
/// </summary>
public readonly struct NiceLayers<TMixing, TNetwork>(
    TMixing mixing, TNetwork even, TNetwork odd, int evenParameters, int oddParameters, int contextLength, int half, int length)
    where TMixing : struct, IMixing
    where TNetwork : unmanaged, IConditionerKernel
{
    /// <summary>The maps in front of the couplings.</summary>
    public readonly TMixing Mixing = mixing;

    /// <summary>Components in the first part, D / 2.</summary>
    public readonly int Half = half;

    /// <summary>Layers, K.</summary>
    public readonly int Length = length;

    private readonly TNetwork _even = even;
    private readonly TNetwork _odd = odd;
    private readonly int _evenParameters = evenParameters;
    private readonly int _oddParameters = oddParameters;
    private readonly int _contextLength = contextLength;

    /// <summary>The first parameter of a layer.</summary>
    public int Offset(int layer) => layer / 2 * (_evenParameters + _oddParameters) + layer % 2 * _evenParameters;

    /// <summary>The first number of a layer's context.</summary>
    public int ContextOffset(int layer) => layer * _contextLength;

    /// <summary>Adds sign times the coupling's shift to its part of z.</summary>
    public void Shift(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch, float sign)
    {
        TNetwork network = NetworkOf(layer);
        network.AddOutput(TileOf(at, layer, batch, state, scratch), Inputs(layer, state), Outputs(layer, state), sign);
    }

    /// <summary>As <see cref="Shift"/>, and leaves what <see cref="ShiftBackward"/> needs.</summary>
    public void ShiftForBackward(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch, float sign)
    {
        TNetwork network = NetworkOf(layer);
        network.AddOutputForBackward(TileOf(at, layer, batch, state, scratch), Inputs(layer, state), Outputs(layer, state), sign);
    }

    /// <summary>Gradients of <see cref="Shift"/> at a state whose conditioning part is in place, right after <see cref="ShiftForBackward"/>.</summary>
    public void ShiftBackward(
        Index2D at, int layer, FlowBatch batch, SampleView state, SampleView gradient, ParameterView parameterGradient, ParameterView contextGradient,
        SampleView scratch, float sign)
    {
        TNetwork network = NetworkOf(layer);
        ParameterView target = parameterGradient.Skip(Offset(layer));
        network.BackwardAfterOutput(TileOf(at, layer, batch, state, scratch), Inputs(layer, state), Outputs(layer, gradient), Inputs(layer, gradient), sign, target,
            contextGradient.Skip(ContextOffset(layer)));
    }

    private TNetwork NetworkOf(int layer) => layer % 2 == 0 ? _even : _odd;

    /// <summary>The components that the network reads.</summary>
    private SampleRows Inputs(int layer, SampleView state) => layer % 2 == 0 ? First(state) : Second(state);

    /// <summary>The components that it shifts.</summary>
    private SampleRows Outputs(int layer, SampleView state) => layer % 2 == 0 ? Second(state) : First(state);

    private SampleRows First(SampleView state) => new(state, 0, Half);

    private SampleRows Second(SampleView state) => new(state, Half, state.Features - Half);

    /// <summary>The first D scratch rows belong to the mixing, the others to the network.</summary>
    private ConditionerTile TileOf(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch) =>
        new(at.Y, at.X, batch.Tiles, batch.Parameters.Skip(Offset(layer)), batch.Context.Skip(ContextOffset(layer)), scratch, state.Features);
}
