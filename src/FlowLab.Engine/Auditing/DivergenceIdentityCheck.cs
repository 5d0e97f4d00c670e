namespace FlowLab.Engine.Auditing;

/// <summary>
/// KL(q || p) = F + ln Z for every q. F comes from draws and the forward log-det, KL from the grid and the inverse: they agree only if
/// both directions of the flow describe one density and the grid holds it.
/// </summary>
internal sealed class DivergenceIdentityCheck : IAuditCheck
{
    public string Number => "FLA003";

    public string Title => "KL(q || p) on the grid equals F + ln Z";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[5];
        if (!figures.TryRead(["kl", "free_energy", "log_z_grid", "free_energy_mc_error", "kl_grid_error"], values))
            return null;
        double identity = values[1] + values[2], difference = Math.Abs(values[0] - identity);
        // What a grid misses of q contributes its share times ln q/p out there, which is no smaller than that on the grid.
        double missed = Tolerance.Mass * (10 + Math.Abs(identity));
        double allowed = Tolerance.Of(values[3], values[4] + missed, identity);
        return difference <= allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, ["kl", "free_energy"],
            $"KL(q || p) is {SeedFigures.Text(values[0])} on the grid but F + ln Z is {SeedFigures.Text(identity)}, which is the same quantity; " +
            $"allowed is a difference of {SeedFigures.Text(allowed)}");
    }
}
