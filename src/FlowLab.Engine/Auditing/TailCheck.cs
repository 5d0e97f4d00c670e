namespace FlowLab.Engine.Auditing;

/// <summary>
/// Importance weights whose tail is too heavy for their mean to be estimated: Pareto k above min(1 - 1 / log10 S, 0.7), Vehtari, Simpson, Gelman, Yao
/// and Gabry 2024, "Pareto smoothed importance sampling". The estimates then err to one side: ln Z too small, -ln p(x) too large.
/// </summary>
internal sealed class TailCheck : IAuditCheck
{
    public string Number => "FLA007";

    public string Title => "the importance weights have a tail that their estimates can stand";

    public AuditFinding? Check(SeedFigures figures)
    {
        Span<double> values = stackalloc double[2];
        if (!figures.TryRead(["pareto_k", "pareto_k_limit"], values) || values[0] <= values[1])
            return null;
        return new AuditFinding(
            Number, figures.Seed, AuditSeverity.Caution, figures.Known("log_z_importance", "effective_sample_size"),
            $"the tail of the importance weights has Pareto k = {SeedFigures.Text(values[0])}; above {SeedFigures.Text(values[1])} the estimate of ln Z is too small, " +
            "and neither its error nor the effective sample size says by how much: q misses a part of p");
    }
}
