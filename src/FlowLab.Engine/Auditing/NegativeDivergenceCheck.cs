namespace FlowLab.Engine.Auditing;

/// <summary>KL(q || p) >= 0 for any two densities, so a value below minus its stated error is that of something which is no density.</summary>
internal sealed class NegativeDivergenceCheck : IAuditCheck
{
    public string Number => "FLA002";

    public string Title => "KL(q || p) is not negative";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[3];
        if (!figures.TryRead(["kl", "kl_grid_error", "grid_mass"], values))
            return null;
        double allowed = Tolerance.Of(0, values[1] + Math.Abs(1 - values[2]), values[0]);
        return values[0] >= -allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, ["kl"],
            $"KL(q || p) is {SeedFigures.Text(values[0])}, which no two densities have; allowed are -{SeedFigures.Text(allowed)} for the error of the grid");
    }
}
