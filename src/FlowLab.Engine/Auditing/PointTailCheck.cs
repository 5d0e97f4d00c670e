namespace FlowLab.Engine.Auditing;

/// <summary>As <see cref="TailCheck"/> for latent models, where every data point has weights of its own.</summary>
internal sealed class PointTailCheck(string subset) : IAuditCheck
{
    private const double MostPoints = 0.5;

    public string Number => "FLA008";

    public string Title => $"the importance weights of most {subset} points have a tail that -ln p(x) can stand";

    public AuditFinding? Check(SeedFigures figures)
    {
        double share = figures.ValueOf($"{subset}_heavy_tails", 0);
        return share <= MostPoints ? null : new AuditFinding(
            Number, figures.Seed, AuditSeverity.Caution, figures.Known($"{subset}_nll", "kl_gap"),
            $"at {SeedFigures.Text(100 * share)} % of the points the importance weights have a Pareto k above its limit: -ln p(x) is an upper bound that more draws " +
            "(evaluation.importanceSamples) or a better posterior would lower, and the gap to the bound F is larger than it says");
    }
}
