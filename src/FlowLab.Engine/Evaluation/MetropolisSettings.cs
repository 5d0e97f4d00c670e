namespace FlowLab.Engine.Evaluation;

/// <summary>How draws of a trained model are moved on towards its energy.</summary>
/// <param name="Steps">Moves per draw, at least 1.</param>
/// <param name="Step">Time step s of a move, above 0: a proposal drifts by s and scatters by sqrt(2 s).</param>
public sealed record MetropolisSettings(int Steps, double Step);
