using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>All that a run knows about one cell.</summary>
/// <param name="Cell">What was registered.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="UpdatesDone">Updates at its last checkpoint.</param>
/// <param name="Metrics">The final numbers, ordered by metric and seed.</param>
/// <param name="Curve">The training curve, ordered by metric, seed and step.</param>
/// <param name="Densities">Pictures of its densities.</param>
public sealed record CellResults(
    RunCell Cell,
    CellStatus Status,
    long UpdatesDone,
    IReadOnlyList<SeedMetric> Metrics,
    IReadOnlyList<CurvePoint> Curve,
    IReadOnlyList<RunDensity> Densities)
{
    /// <summary>Sheets of pictures that its models made.</summary>
    public IReadOnlyList<RunImages> Images { get; init; } = [];

    /// <summary>Where test points lie in the latent space of its models.</summary>
    public IReadOnlyList<RunLatents> Latents { get; init; } = [];

    /// <summary>What the audit found in its figures.</summary>
    public IReadOnlyList<AuditFinding> Audit { get; init; } = [];

    public string Id => Cell.Id;

    /// <summary>Whether the density of its models is not known, as with auxiliary variables, so that there is a bound in place of KL(q || p).</summary>
    public bool HasBoundOnly => Metrics.Any(figure => figure.Metric.Name == "kl_bound");

    /// <summary>What the audit found in one figure.</summary>
    public IReadOnlyList<AuditFinding> FindingsOf(MetricDescription metric) => [.. Audit.Where(finding => finding.Metrics.Contains(metric.Name))];

    /// <summary>Whether the figure of at least one seed contradicts others, so that it must not be used.</summary>
    public bool Fails(MetricDescription metric) => FindingsOf(metric).Any(finding => finding.Severity == AuditSeverity.Failure);

    /// <summary>The seeds for which a check failed that names the figure.</summary>
    public IReadOnlySet<int> FailedSeeds(MetricDescription metric) =>
        FindingsOf(metric).Where(finding => finding.Severity == AuditSeverity.Failure).Select(finding => finding.Seed).ToHashSet();

    /// <summary>The cell's value on an axis; empty where it has none.</summary>
    public string Label(string axis) => Cell.Labels.GetValueOrDefault(axis, "");

    /// <summary>The final numbers of one metric.</summary>
    public SeedStatistics? Statistics(MetricDescription metric)
    {
        List<SeedMetric> values = [.. Metrics.Where(value => value.Metric.Name == metric.Name)];
        return values.Count == 0 ? null : SeedStatistics.Of(metric, values) with { Failed = FailedSeeds(metric).Count };
    }
}
