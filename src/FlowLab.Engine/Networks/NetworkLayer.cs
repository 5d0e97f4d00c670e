namespace FlowLab.Engine.Networks;

/// <summary>One linear map of a <see cref="DeepNetwork"/>: weight [outputs, inputs], then bias [outputs].</summary>
/// <param name="Name">hidden1, hidden2, ..., output.</param>
/// <param name="Inputs">Columns of the weight.</param>
/// <param name="Outputs">Rows of the weight.</param>
/// <param name="First">The first weight among the network's parameters.</param>
/// <param name="LinearRow">The first row of its results on the tape; -1 for the output layer.</param>
/// <param name="UnitRow">The first row of its hidden units on the tape; -1 for the output layer.</param>
internal sealed record NetworkLayer(string Name, int Inputs, int Outputs, int First, int LinearRow, int UnitRow)
{
    public int FirstBias => First + Inputs * Outputs;

    public int ParameterCount => (Inputs + 1) * Outputs;
}
