namespace FlowLab.Testing.Numerics;

/// <summary>A derivative by differences.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Uncertainty">How far it may be off.</param>
/// <param name="Neighbor">The estimate with half the steps, for what is computed from many derivatives.</param>
internal readonly record struct Derivative(double Value, double Uncertainty, double Neighbor);
