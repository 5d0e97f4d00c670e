namespace FlowLab.Engine.Auditing;

/// <summary>Held-out points against as many training points: a fit that knows its points by heart, or parts of the data that are not alike.</summary>
internal sealed class HeldOutCheck : IAuditCheck
{
    public string Number => "FLA013";

    public string Title => "held-out points are as likely as training points";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[4];
        if (!figures.TryRead(["test_nll", "train_nll", "test_nll_error", "train_nll_error"], values))
            return null;
        double gap = values[0] - values[1];
        double allowed = Tolerance.Of(Math.Sqrt(values[2] * values[2] + values[3] * values[3]), 0, values[0]);
        return Math.Abs(gap) <= allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Caution, ["test_nll"],
            $"-ln q(x) is {SeedFigures.Text(values[0])} on test points and {SeedFigures.Text(values[1])} on training points; allowed is a difference of {SeedFigures.Text(allowed)}: " +
            (gap > 0 ? "the model has learned its training points by heart" : "the two parts of the data are not alike"));
    }
}
