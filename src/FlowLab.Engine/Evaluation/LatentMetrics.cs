using System.Globalization;
using FlowLab.Engine.Latents;

namespace FlowLab.Engine.Evaluation;

/// <summary>The figures of a latent model with their labels: everything that a reader must know of a number stands in its label.</summary>
internal sealed class LatentMetrics
{
    private readonly string _name;

    /// <param name="subset">The part of the dataset, lower case.</param>
    /// <param name="points">Data points measured.</param>
    /// <param name="samples">Draws of z per point, S.</param>
    /// <param name="protocol">What the data are.</param>
    /// <param name="likelihood">p(x|z).</param>
    /// <param name="hasAuxiliary">Whether flows have auxiliary variables, so that divergences of q(z|x) are known by bounds only.</param>
    public LatentMetrics(string subset, int points, int samples, string protocol, ILikelihood likelihood, bool hasAuxiliary)
    {
        _name = subset;
        string data = string.Create(CultureInfo.InvariantCulture, $"mean over {points} {subset} points, {protocol}, beta = 1");
        string draws = string.Create(CultureInfo.InvariantCulture, $"S = {samples} draws of z per point");
        Bound = Metric("bound", $"free energy F = -ELBO, upper bound on -ln p(x), {likelihood.Measure}, {draws}, {data}", MetricKind.Bound, true);
        NegativeLogLikelihood = Metric("nll", $"-ln p(x) by importance sampling with q(z|x), {likelihood.Measure}, {draws}, {data}", MetricKind.Estimate, true);
        Gap = hasAuxiliary ? new MetricDescription(
            "kl_gap_bound", $"F + ln p(x), the difference of the two estimates, of an upper bound on KL(q(z|x) || p(z|x)): auxiliary variables are integrated out by their reverse model, {draws}, {data}", "nats", MetricKind.Estimate, true)
            : new MetricDescription(
            "kl_gap", $"KL(q(z|x) || p(z|x)) = F + ln p(x), the difference of the two estimates, {draws}, {data}", "nats", MetricKind.Estimate, true);
        Reconstruction = Metric("reconstruction", $"-E_q ln p(x|z), {likelihood.Measure}, {draws}, {data}", MetricKind.Estimate, true);
        Rate = hasAuxiliary ? Metric("kl_prior_bound", $"F + E_q ln p(x|z), upper bound on KL(q(z|x) || p(z)), {draws}, {data}", MetricKind.Bound, null)
            : Metric("kl_prior", $"KL(q(z|x) || p(z)) = F + E_q ln p(x|z), {draws}, {data}", MetricKind.Estimate, null);
        EffectiveSamples = new MetricDescription(
            "effective_sample_size", $"effective sample size (sum w)^2 / sum w^2 of the importance weights, of {draws}, {data}", "samples", MetricKind.Diagnostic, false);
        HeavyTails = new MetricDescription(
            $"{subset}_heavy_tails", $"share of the points whose importance weights have a Pareto k above its limit, {draws}, {data}", "", MetricKind.Consistency, true);
        BoundError = Metric("bound_point_error", $"standard error of F over data points (not over seeds), {draws}, {data}", MetricKind.Diagnostic, true);
        NegativeLogLikelihoodError = Metric(
            "nll_point_error", $"standard error of -ln p(x) over data points (not over seeds), {draws}, {data}", MetricKind.Diagnostic, true);
    }

    /// <summary>What the audit judges -ln p(x) by.</summary>
    public MetricDescription HeavyTails { get; }

    public MetricDescription Bound { get; }

    public MetricDescription NegativeLogLikelihood { get; }

    public MetricDescription Gap { get; }

    public MetricDescription Reconstruction { get; }

    public MetricDescription Rate { get; }

    public MetricDescription EffectiveSamples { get; }

    public MetricDescription BoundError { get; }

    public MetricDescription NegativeLogLikelihoodError { get; }

    private MetricDescription Metric(string quantity, string label, MetricKind kind, bool? lowerIsBetter) =>
        new($"{_name}_{quantity}", label, "nats", kind, lowerIsBetter);
}
