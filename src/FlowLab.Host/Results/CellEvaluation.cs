using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>A trained cell that was measured again.</summary>
/// <param name="Results">The cell with the new numbers.</param>
/// <param name="Progress">How far it had been trained, for a reader.</param>
/// <param name="Settings">How it was measured.</param>
public sealed record CellEvaluation(CellResults Results, string Progress, EvaluationSettings Settings)
{
    /// <summary>The metrics in the order measured, with what the seeds say.</summary>
    public IEnumerable<(MetricDescription Metric, SeedStatistics Statistics)> Statistics =>
        Results.Metrics.Select(metric => metric.Metric).DistinctBy(metric => metric.Name).Select(metric => (metric, Results.Statistics(metric)!));
}
