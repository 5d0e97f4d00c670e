using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>Neighboring units of one hidden layer of one network at one tile, which read the same inputs: what <see cref="IHiddenUnits"/> work on.</summary>
/// <param name="at">Seed, tile, all parameters and scratch of the network.</param>
/// <param name="input">Holds the inputs in the rows from <see cref="HiddenPlace.InputRow"/>.</param>
/// <param name="place">Which units, and where their parts lie.</param>
public readonly struct HiddenLayer(ConditionerTile at, SampleView input, HiddenPlace place)
{
    /// <summary>Seed, tile, all parameters and scratch of the network.</summary>
    public readonly ConditionerTile At = at;

    /// <summary>Holds the inputs in the rows from <see cref="InputRow"/>.</summary>
    public readonly SampleView Input = input;

    private readonly HiddenPlace _place = place;

    /// <summary>First input row.</summary>
    public int InputRow => _place.InputRow;

    /// <summary>How many inputs the units read.</summary>
    public int Inputs => _place.Inputs;

    /// <summary>Linear units per hidden unit: 1 unless the units are maxout.</summary>
    public int Window => _place.Window;

    /// <summary>The first unit.</summary>
    public int FirstUnit => _place.FirstUnit;

    /// <summary>One past the last unit.</summary>
    public int EndUnit => _place.EndUnit;

    /// <summary>Weights into one linear unit, starting at the first.</summary>
    public ParameterView Weights(int linearUnit) => At.Parameters.Skip(WeightIndex(linearUnit));

    /// <summary>Bias of a linear unit.</summary>
    public float Bias(int linearUnit) => _place.FromContext != 0
        ? At.Context.At(At.Seed, At.Tile, _place.BiasIndex + linearUnit)
        : At.Parameters.At(At.Seed, At.Tile, _place.BiasIndex + linearUnit);

    /// <summary>Where the gradients of the biases go, that of the layer's linear unit 0 first.</summary>
    public ParameterView BiasGradients(ParameterView parameterGradient, ParameterView contextGradient) =>
        _place.FromContext != 0 ? contextGradient.Skip(_place.BiasIndex) : parameterGradient.Skip(_place.BiasIndex);

    /// <summary>The first weight of a linear unit among the network's parameters.</summary>
    public int WeightIndex(int linearUnit) => _place.WeightIndex + (linearUnit - FirstUnit * Window) * Inputs;

    /// <summary>The values of a hidden unit; on the way back, dL/dvalue.</summary>
    public ArrayView<float> Unit(int unit) => At.Scratch.Row(At.Seed, At.ScratchRow + _place.UnitRow + unit);

    /// <summary>Which linear unit of a hidden unit had the maximum.</summary>
    public ArrayView<float> Winner(int unit) => At.Scratch.Row(At.Seed, At.ScratchRow + _place.WinnerRow + unit);

    /// <summary>The working row.</summary>
    public ArrayView<float> Work() => At.Scratch.Row(At.Seed, At.ScratchRow + _place.WorkRow);
}
