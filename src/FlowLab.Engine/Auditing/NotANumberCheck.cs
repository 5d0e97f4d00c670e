using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Auditing;

/// <summary>A seed that was not stopped has a figure that is neither a finite number nor said to be unavailable.</summary>
internal sealed class NotANumberCheck : IAuditCheck
{
    public string Number => "FLA001";

    public string Title => "every figure is a finite number, or says why it is not available";

    public AuditFinding? Check(SeedFigures figures)
    {
        SeedMetric[] wrong = [.. figures.All.Where(figure => !double.IsFinite(figure.Value) && figure.Reason.Length == 0)];
        return wrong.Length == 0 ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, [.. wrong.Select(figure => figure.Metric.Name)],
            $"{string.Join(", ", wrong.Select(Describe))} although the seed was not stopped: q or the target has values that are not finite where they are measured");
    }

    private static string Describe(SeedMetric figure) =>
        $"{figure.Metric.Name} is {(double.IsNaN(figure.Value) ? "not a number" : figure.Value > 0 ? "infinite" : "minus infinity")}";
}
