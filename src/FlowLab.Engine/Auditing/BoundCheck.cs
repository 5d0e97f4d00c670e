namespace FlowLab.Engine.Auditing;

/// <summary>F >= -ln Z for every density q: a free energy below is that of a q whose log-det is too large.</summary>
internal sealed class BoundCheck : IAuditCheck
{
    public string Number => "FLA004";

    public string Title => "the free energy F is not below -ln Z";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[3];
        if (!figures.TryRead(["free_energy", "log_z_grid", "free_energy_mc_error"], values))
            return null;
        double allowed = Tolerance.Of(values[2], figures.ValueOf("log_z_grid_error", 0), values[0]);
        return values[0] + values[1] >= -allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, ["free_energy", .. figures.Known("kl")],
            $"the free energy F is {SeedFigures.Text(values[0])}, below -ln Z = {SeedFigures.Text(-values[1])}, which it bounds from above; " +
            $"allowed is {SeedFigures.Text(allowed)}: q is no density, look at the flow's log-det");
    }
}
