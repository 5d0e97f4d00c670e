using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>One hidden layer of one network at one tile: what <see cref="IHiddenUnits"/> work on.</summary>
public readonly struct HiddenLayer(ConditionerTile at, MlpShape shape, int layer, SampleView input, int inputRow)
{
    /// <summary>Seed, tile, all parameters and scratch of the network.</summary>
    public readonly ConditionerTile At = at;

    /// <summary>Sizes of the network.</summary>
    public readonly MlpShape Shape = shape;

    /// <summary>Counted from 0.</summary>
    public readonly int Layer = layer;

    /// <summary>Holds the inputs in the rows from <see cref="InputRow"/>.</summary>
    public readonly SampleView Input = input;

    /// <summary>First input row.</summary>
    public readonly int InputRow = inputRow;

    /// <summary>Inputs of this layer.</summary>
    public int Inputs => Shape.LayerInputs(Layer);

    /// <summary>Whether the biases come from the context.</summary>
    private bool IsFromContext => Layer == 0 && Shape.Conditioned != 0;

    /// <summary>Weights into one linear unit, starting at the first.</summary>
    public ParameterView Weights(int linearUnit) => At.Parameters.Skip(WeightIndex(linearUnit));

    /// <summary>Bias of a linear unit.</summary>
    public float Bias(int linearUnit) => IsFromContext
        ? At.Context.At(At.Seed, At.Tile, linearUnit)
        : At.Parameters.At(At.Seed, At.Tile, BiasIndex(linearUnit));

    /// <summary>Where the gradients of the biases go, those of the first linear unit first.</summary>
    public ParameterView BiasGradients(ParameterView parameterGradient, ParameterView contextGradient) =>
        IsFromContext ? contextGradient : parameterGradient.Skip(BiasIndex(0));

    /// <summary>The first weight of a linear unit among the network's parameters.</summary>
    public int WeightIndex(int linearUnit) => Shape.LayerOffset(Layer) + linearUnit * Inputs;

    /// <summary>The bias of a linear unit among the network's parameters.</summary>
    public int BiasIndex(int linearUnit) => Shape.LayerOffset(Layer) + Shape.Hidden * Shape.Window * Inputs + linearUnit;

    /// <summary>The values of a hidden unit; on the way back, dL/dvalue.</summary>
    public ArrayView<float> Unit(int unit) => At.Scratch.Row(At.Seed, At.ScratchRow + Shape.UnitRow(Layer) + unit);

    /// <summary>Which linear unit of a hidden unit had the maximum.</summary>
    public ArrayView<float> Winner(int unit) => At.Scratch.Row(At.Seed, At.ScratchRow + Shape.WinnerRow(Layer) + unit);

    /// <summary>The working row.</summary>
    public ArrayView<float> Work() => At.Scratch.Row(At.Seed, At.ScratchRow + Shape.WorkRow);
}
