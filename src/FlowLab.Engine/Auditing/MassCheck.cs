namespace FlowLab.Engine.Auditing;

/// <summary>The mass of q on the grid is the share of its own draws there: a density that is drawn from and evaluated is one and the same.</summary>
internal sealed class MassCheck : IAuditCheck
{
    public string Number => "FLA006";

    public string Title => "the mass of q on the grid is the share of its draws there";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[3];
        if (!figures.TryRead(["grid_mass", "grid_mass_error", "grid_share"], values))
            return null;
        double allowed = Tolerance.Of(figures.ValueOf("grid_share_error", 0), values[1] + Tolerance.Mass, 1);
        return Math.Abs(values[0] - values[2]) <= allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, ["grid_mass", .. figures.Known("kl")],
            $"q integrates to {SeedFigures.Text(values[0])} on the grid, but {SeedFigures.Text(100 * values[2])} % of its draws lie there; allowed is a difference of " +
            $"{SeedFigures.Text(allowed)}: the density that the inverse gives is not the one that is drawn from, or finer than the grid");
    }
}
