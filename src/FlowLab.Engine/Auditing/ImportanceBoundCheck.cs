namespace FlowLab.Engine.Auditing;

/// <summary>-ln of a mean is never above the mean of -ln of the same draws (Jensen), so -ln p(x) by importance sampling never above the bound.</summary>
internal sealed class ImportanceBoundCheck(string subset) : IAuditCheck
{
    public string Number => "FLA009";

    public string Title => $"-ln p(x) by importance sampling is not above the bound F ({subset} points)";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[2];
        if (!figures.TryRead([$"{subset}_nll", $"{subset}_bound"], values))
            return null;
        double allowed = Tolerance.Of(0, 0, values[1]);
        return values[0] <= values[1] + allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, figures.Known($"{subset}_nll", $"{subset}_bound", "kl_gap"),
            $"-ln p(x) is {SeedFigures.Text(values[0])}, above the bound F = {SeedFigures.Text(values[1])} from the same draws; allowed is {SeedFigures.Text(allowed)}");
    }
}
