namespace FlowLab.Engine.Evaluation;

/// <summary>One number of one seed.</summary>
/// <param name="Seed">The seed (not its position).</param>
/// <param name="Metric">What the number is.</param>
/// <param name="Value">The number; NaN where it is not available.</param>
public sealed record SeedMetric(int Seed, MetricDescription Metric, double Value)
{
    /// <summary>The reason of every figure of a seed that training stopped.</summary>
    public const string Stopped = "the seed was stopped";

    /// <summary>Why there is no number; empty where there is one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether there is no number because the seed was stopped; so says a missing number without a reason in runs of before there were reasons.</summary>
    public bool IsStopped => double.IsNaN(Value) && Reason is "" or Stopped;

    /// <summary>A figure without number.</summary>
    public static SeedMetric NotAvailable(int seed, MetricDescription metric, string reason) => new(seed, metric, double.NaN) { Reason = reason };

    /// <summary>The figure of a seed that was stopped.</summary>
    public SeedMetric OfStoppedSeed() => this with { Value = double.NaN, Reason = Stopped };
}
