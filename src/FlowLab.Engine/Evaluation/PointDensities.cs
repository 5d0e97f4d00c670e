namespace FlowLab.Engine.Evaluation;

/// <summary>What every seed's model says of points that were given to it.</summary>
/// <param name="Label">What the numbers are, for a reader.</param>
/// <param name="Values">[R][N]: ln q(x), or an estimate of ln p(x), in nats.</param>
/// <param name="Errors">[R][N]: standard errors; 0 for what is exact but for rounding, NaN for what cannot be told from one draw.</param>
public sealed record PointDensities(string Label, double[][] Values, double[][] Errors);
