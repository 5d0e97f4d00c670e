namespace FlowLab.Engine.Auditing;

/// <summary>
/// The log-det of the forward pass against that of the Jacobian from central differences of the flow itself, at the model's own draws: this holds in any
/// dimension, and needs neither a grid nor the inverse.
/// </summary>
internal sealed class JacobianCheck(IReadOnlyList<string> subsets) : IAuditCheck
{
    private const double Allowed = 0.02;
    private static readonly string[] Marked = ["kl", "free_energy", "log_z_importance", "effective_sample_size", "kl_gap", "jacobian_error"];

    public string Number => "FLA012";

    public string Title => "the log-det is that of the flow's Jacobian";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[2];
        if (!figures.TryRead(["jacobian_error", "jacobian_resolution"], values))
            return null;
        double allowed = Allowed + Tolerance.StandardErrors * values[1];
        return values[0] <= allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure,
            figures.Known([.. Marked, .. subsets.SelectMany(subset => (string[])[$"{subset}_bound", $"{subset}_nll"])]),
            $"at the median draw the log-det differs by {SeedFigures.Text(values[0])} nats from that of the flow's Jacobian by central differences; allowed is " +
            $"{SeedFigures.Text(allowed)}: no figure of this seed is that of a density, look at the flow's log-det");
    }
}
