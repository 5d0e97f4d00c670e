namespace FlowLab.Flows;

/// <summary>What a flow is built for; reaches the constructor of every flow component.</summary>
/// <param name="Dimension">Dimension D of z.</param>
/// <param name="Seeds">How many seeds R share a launch.</param>
public sealed record FlowShape(int Dimension, int Seeds);
