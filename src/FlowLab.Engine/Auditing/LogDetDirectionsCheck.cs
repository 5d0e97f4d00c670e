namespace FlowLab.Engine.Auditing;

/// <summary>Forward and inverse pass give the same log-det at the same point, up to the error of the inverse itself.</summary>
internal sealed class LogDetDirectionsCheck : IAuditCheck
{
    private const double Allowed = 0.02;

    public string Number => "FLA011";

    public string Title => "forward and inverse pass have the same log-det";

    public AuditFinding? Check(SeedFigures figures)
    {
        double difference = figures.ValueOf("log_det_difference", 0);
        return difference <= Allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, figures.Known("kl", "free_energy", "log_z_importance", "test_nll", "log_det_difference"),
            $"at the median draw the log-dets of forward and inverse pass differ by {SeedFigures.Text(difference)} nats; allowed is {SeedFigures.Text(Allowed)}: " +
            "figures from draws and figures from given points belong to two densities, look at the flow's log-det in both directions");
    }
}
