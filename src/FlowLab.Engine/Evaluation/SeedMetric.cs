namespace FlowLab.Engine.Evaluation;

/// <summary>One number of one seed.</summary>
/// <param name="Seed">The seed (not its position).</param>
/// <param name="Metric">What the number is.</param>
/// <param name="Value">The number; NaN when the seed has been stopped.</param>
public sealed record SeedMetric(int Seed, MetricDescription Metric, double Value);
