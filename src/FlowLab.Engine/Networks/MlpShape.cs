namespace FlowLab.Engine.Networks;

/// <summary>
/// Sizes of a multilayer perceptron and where its parts lie. Parameters: per hidden layer weight [hidden, window, inputs] and bias
/// [hidden, window], then the output layer's weight [outputs, hidden] and bias [outputs]; the
/// bias of the first hidden layer is left out if it comes from a context. Scratch rows: the hidden units of every layer,
/// one working row and, for maxout, the winning linear unit of every hidden unit.
/// </summary>
public readonly struct MlpShape(int inputs, int outputs, int hidden, int depth, int window, bool isConditioned = false)
{
    /// <summary>Input numbers.</summary>
    public readonly int Inputs = inputs;

    /// <summary>Output numbers.</summary>
    public readonly int Outputs = outputs;

    /// <summary>Hidden units per hidden layer.</summary>
    public readonly int Hidden = hidden;

    /// <summary>Hidden layers.</summary>
    public readonly int Depth = depth;

    /// <summary>Linear units per hidden unit: 1 unless the units are maxout.</summary>
    public readonly int Window = window;

    /// <summary>1 if the biases of the first hidden layer come from a context, else 0.</summary>
    public readonly int Conditioned = isConditioned ? 1 : 0;

    /// <summary>Numbers of the context.</summary>
    public int ContextLength => Conditioned * Hidden * Window;

    public int ParameterCount => LayerOffset(Depth) + (Hidden + 1) * Outputs;

    public int ScratchLength => WorkRow + 1 + (Window > 1 ? Depth * Hidden : 0);

    /// <summary>The scratch row that any step may use for itself.</summary>
    public int WorkRow => Depth * Hidden;

    /// <summary>Inputs of a hidden layer, or of the output layer for <paramref name="layer"/> = Depth.</summary>
    public int LayerInputs(int layer) => layer == 0 ? Inputs : Hidden;

    /// <summary>The first parameter of a hidden layer, or of the output layer for <paramref name="layer"/> = Depth.</summary>
    public int LayerOffset(int layer) => layer == 0 ? 0 : Hidden * Window * (Inputs + 1 - Conditioned + (layer - 1) * (Hidden + 1));

    /// <summary>The first scratch row of the units of a hidden layer.</summary>
    public int UnitRow(int layer) => layer * Hidden;

    /// <summary>The first scratch row of the winners of a hidden layer.</summary>
    public int WinnerRow(int layer) => WorkRow + 1 + layer * Hidden;

    /// <summary>All units of a hidden layer.</summary>
    /// <param name="layer">Counted from 0.</param>
    /// <param name="inputRow">The row of its first input.</param>
    public HiddenPlace Place(int layer, int inputRow) => new()
    {
        FirstUnit = 0,
        EndUnit = Hidden,
        Window = Window,
        Inputs = LayerInputs(layer),
        InputRow = inputRow,
        WeightIndex = LayerOffset(layer),
        BiasIndex = layer == 0 && Conditioned != 0 ? 0 : LayerOffset(layer) + Hidden * Window * LayerInputs(layer),
        FromContext = layer == 0 ? Conditioned : 0,
        UnitRow = UnitRow(layer),
        WinnerRow = WinnerRow(layer),
        WorkRow = WorkRow,
    };
}
