namespace FlowLab.Engine.Auditing;

/// <summary>KL(p || q) >= 0 on held-out points of a known density p: what is likelier than the truth is no density.</summary>
internal sealed class DataDivergenceCheck : IAuditCheck
{
    public string Number => "FLA015";

    public string Title => "held-out points are no likelier than under the true density";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[3];
        if (!figures.TryRead(["excess_nll", "excess_nll_error", "test_nll"], values))
            return null;
        double allowed = Tolerance.Of(values[1], 0, values[2]);
        return values[0] >= -allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, ["test_nll", "excess_nll"],
            $"KL(p || q) of the true density p is {SeedFigures.Text(values[0])} on held-out points, which no two densities have; allowed are -{SeedFigures.Text(allowed)}: " +
            "q is no density, or p is not the one that points are drawn from");
    }
}
