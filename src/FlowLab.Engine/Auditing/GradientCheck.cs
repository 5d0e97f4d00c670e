namespace FlowLab.Engine.Auditing;

/// <summary>The gradients that training followed are those of its loss: else a fit ends beside its optimum, though every figure of it is right.</summary>
internal sealed class GradientCheck(IReadOnlyList<string> subsets) : IAuditCheck
{
    private const double Allowed = 0.05;

    // Networks with kinks, and losses that bend within the smallest step, have no differences to compare with.
    private const double CoarsestResolution = 0.02;
    private const double Resolutions = 10;
    private static readonly string[] Marked = ["kl", "free_energy", "test_nll", "kl_gap", "gradient_error"];

    public string Number => "FLA014";

    public string Title => "the gradients are those of the loss";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[2];
        if (!figures.TryRead(["gradient_error", "gradient_resolution"], values) || values[1] > CoarsestResolution)
            return null;
        double allowed = Allowed + Resolutions * values[1];
        return values[0] <= allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, figures.Known([.. Marked, .. subsets.Select(subset => $"{subset}_bound")]),
            $"the gradients differ by {SeedFigures.Text(100 * values[0])} % from central differences of the loss; allowed are {SeedFigures.Text(100 * allowed)} %: " +
            "training did not minimise the loss, look at the backward passes of flow and target");
    }
}
