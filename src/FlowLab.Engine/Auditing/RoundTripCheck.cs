namespace FlowLab.Engine.Auditing;

/// <summary>The inverse leads back from the model's own draws: what the density of given points rests on.</summary>
internal sealed class RoundTripCheck : IAuditCheck
{
    private const double Allowed = 0.01;

    public string Number => "FLA010";

    public string Title => "the inverse of the flow leads back from its own draws";

    public AuditFinding? Check(SeedFigures figures)
    {
        double error = figures.ValueOf("inverse_error", 0);
        return error <= Allowed ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Failure, figures.Known("kl", "grid_mass", "test_nll", "inverse_error"),
            $"one in ten draws comes back from the inverse with a relative error above {SeedFigures.Text(error)}; allowed is {SeedFigures.Text(Allowed)}: " +
            "every density of given points is wrong, look at the flow's inverse");
    }
}
