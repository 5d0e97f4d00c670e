namespace FlowLab.Engine.Evaluation;

/// <summary>How a metric is to be shown: no number appears without its label.</summary>
/// <param name="Name">The identifier in CSV and SQLite: lower case words joined by underscores.</param>
/// <param name="Label">The full label with number of samples or grid: "KL(q || p), 512 x 512 grid on [-7, 7]^2".</param>
/// <param name="Unit">nats, or empty for a ratio.</param>
/// <param name="Kind">Bound, estimate or diagnostic.</param>
/// <param name="LowerIsBetter">True, false, or null where neither is better.</param>
public sealed record MetricDescription(string Name, string Label, string Unit, MetricKind Kind, bool? LowerIsBetter);
