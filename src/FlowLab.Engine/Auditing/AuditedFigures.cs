using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Auditing;

/// <summary>The figures of a cell and what the audit found in them.</summary>
/// <param name="Metrics">The figures; none lacks both a number and a reason.</param>
/// <param name="Findings">What was found.</param>
public sealed record AuditedFigures(IReadOnlyList<SeedMetric> Metrics, IReadOnlyList<AuditFinding> Findings)
{
    private const string NotANumber = "it is not a number, see the audit";

    /// <summary>Whether some figures contradict others.</summary>
    public bool HasFailures => Findings.Any(finding => finding.Severity == AuditSeverity.Failure);

    /// <summary>Measured figures with the audit's findings.</summary>
    public static AuditedFigures Of(IReadOnlyList<SeedMetric> measured) =>
        new([.. measured.Select(metric => double.IsNaN(metric.Value) && metric.Reason.Length == 0 ? metric with { Reason = NotANumber } : metric)], FigureAudit.Of(measured));
}
