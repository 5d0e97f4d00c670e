using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Auditing;

/// <summary>
/// Looks at the figures of every seed of a cell for what contradicts itself. It reads numbers only, so that a run, <c>eval</c> and a report of an old run
/// are audited alike; checks whose figures are not there have nothing to say.
/// </summary>
public static class FigureAudit
{
    private static readonly string[] Subsets = ["test", "validation", "training"];

    /// <summary>All checks in the order of their numbers.</summary>
    public static IReadOnlyList<IAuditCheck> Checks { get; } =
    [
        new NotANumberCheck(), new NegativeDivergenceCheck(), new DivergenceIdentityCheck(), new BoundCheck(), new NormalizerCheck(), new MassCheck(),
        new TailCheck(), .. Subsets.Select(subset => new PointTailCheck(subset)), .. Subsets.Select(subset => new ImportanceBoundCheck(subset)),
        new RoundTripCheck(), new LogDetDirectionsCheck(), new JacobianCheck(Subsets), new HeldOutCheck(), new GradientCheck(Subsets), new DataDivergenceCheck(),
    ];

    /// <summary>The findings about all seeds that were not stopped, ordered by number and seed.</summary>
    public static IReadOnlyList<AuditFinding> Of(IEnumerable<SeedMetric> metrics)
    {
        SeedFigures[] seeds = [.. metrics.GroupBy(metric => metric.Seed).Where(seed => seed.Any(metric => metric.Reason != SeedMetric.Stopped)).Select(seed => new SeedFigures(seed.Key, seed))];
        return [.. Checks.SelectMany(check => seeds.Select(check.Check)).OfType<AuditFinding>()];
    }
}
