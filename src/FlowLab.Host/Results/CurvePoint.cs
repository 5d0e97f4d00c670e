namespace FlowLab.Host.Results;

/// <summary>One number of one seed during training.</summary>
/// <param name="Seed">The seed (not its position).</param>
/// <param name="Step">Updates done when it was taken.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Value">The number; NaN when the seed has been stopped.</param>
public readonly record struct CurvePoint(int Seed, long Step, string Metric, double Value);
