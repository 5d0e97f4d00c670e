namespace FlowLab.Engine.Auditing;

/// <summary>
/// ln Z by importance sampling with q against ln Z on the grid. E[w] is Z, or less where q misses a part of p, whatever the proposal, if it is a density:
/// too large an estimate contradicts, too small a one says that q misses something. By Markov's inequality an estimate c times too large has a
/// probability below 1 / c, however heavy the tail of the weights is.
/// </summary>
internal sealed class NormalizerCheck : IAuditCheck
{
    private const double ImpossibleFactor = 1e5;

    public string Number => "FLA005";

    public string Title => "ln Z by importance sampling agrees with ln Z on the grid";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[3];
        if (!figures.TryRead(["log_z_importance", "log_z_grid", "log_z_error"], values))
            return null;
        bool isBelieved = figures.ValueOf("pareto_k", double.PositiveInfinity) <= figures.ValueOf("pareto_k_limit", 0.7);
        double difference = values[0] - values[1], error = Tolerance.Of(values[2], figures.ValueOf("log_z_grid_error", 0), values[1]);
        double allowed = isBelieved ? error : Math.Max(error, Math.Log(ImpossibleFactor));
        if (difference > allowed)
            return new AuditFinding(Number, figures.Seed, AuditSeverity.Failure, ["log_z_importance", "free_energy", .. figures.Known("kl", "effective_sample_size")],
                $"{Compare(values)}; no density gives more than {SeedFigures.Text(values[1] + allowed)}: look at the flow's log-det, or the grid of the target does not hold p");
        return difference >= -error ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Caution, ["log_z_importance", .. figures.Known("effective_sample_size")],
            $"{Compare(values)}: q misses a part of p, which neither its error nor the effective sample size knows of");
    }

    private static string Compare(ReadOnlySpan<double> values) =>
        $"ln Z is {SeedFigures.Text(values[0])} by importance sampling with q and {SeedFigures.Text(values[1])} on the grid";
}
