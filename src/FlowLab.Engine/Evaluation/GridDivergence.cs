namespace FlowLab.Engine.Evaluation;

/// <summary>KL(q || p) on a grid.</summary>
/// <param name="Divergence">The integral of q (ln q - ln p), nats.</param>
/// <param name="Mass">The integral of q.</param>
/// <param name="Error">The difference of the divergence to the grid of every second cell, nats.</param>
/// <param name="MassError">The difference of the mass to the grid of every second cell.</param>
internal readonly record struct GridDivergence(double Divergence, double Mass, double Error, double MassError);
