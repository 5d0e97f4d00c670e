using System.Globalization;
using FlowLab.Energies;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// The figures of a chain that is fitted to an energy, with their labels. Where flows have auxiliary variables omega, q and p in free energy and importance weights are
/// q(z, omega) and p(z) r(omega|z), and a bound stands in place of KL(q || p).
/// </summary>
/// <param name="samples">Draws per seed.</param>
/// <param name="grid">The target's own grid; null where the target is not two-dimensional.</param>
internal sealed class TargetMetrics(int samples, EnergyGrid? grid)
{
    private readonly string _samples = string.Create(CultureInfo.InvariantCulture, $"{samples} samples per seed, beta = 1");
    private readonly string _grid = grid is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{grid.Resolution} x {grid.Resolution} grid on [{grid.Minimum}, {grid.Maximum}]^2, widened where q leaves it");

    public MetricDescription FreeEnergy => new("free_energy", $"free energy F, upper bound on -ln Z, {_samples}", "nats", MetricKind.Bound, true);

    public MetricDescription FreeEnergyError => new("free_energy_mc_error", $"Monte Carlo standard error of F, {_samples}", "nats", MetricKind.Diagnostic, true);

    public MetricDescription EffectiveShare =>
        new("effective_sample_size", $"effective sample size of the importance weights p/q as a share of the samples, {_samples}", "", MetricKind.Estimate, false);

    public MetricDescription LogZ => new("log_z_importance", $"ln Z by importance sampling with q as the proposal, {_samples}", "nats", MetricKind.Estimate, null);

    public MetricDescription LogZError => new("log_z_error", $"standard error of ln Z by importance sampling, {_samples}", "nats", MetricKind.Consistency, true);

    public MetricDescription TailShape => new("pareto_k", $"Pareto k of the tail of the importance weights p/q, {_samples}", "", MetricKind.Consistency, true);

    public MetricDescription TailLimit => new("pareto_k_limit", $"largest Pareto k at which estimates from the weights can be relied upon, {_samples}", "", MetricKind.Consistency, null);

    public MetricDescription Divergence => new("kl", $"KL(q || p), exact density of q, {_grid}", "nats", MetricKind.Estimate, true);

    public MetricDescription DivergenceError => new("kl_grid_error", $"difference of KL(q || p) to the grid of every second cell, {_grid}", "nats", MetricKind.Diagnostic, true);

    public MetricDescription Mass => new("grid_mass", $"mass of q on the grid (1 when nothing is missed), {_grid}", "", MetricKind.Diagnostic, null);

    public MetricDescription MassError => new("grid_mass_error", $"difference of the mass of q to the grid of every second cell, {_grid}", "", MetricKind.Consistency, true);

    public MetricDescription Share => new("grid_share", $"share of q's draws on the grid, {_grid}, {_samples}", "", MetricKind.Consistency, null);

    public MetricDescription ShareError => new("grid_share_error", $"standard error of the share of q's draws on the grid, {_samples}", "", MetricKind.Consistency, true);

    public MetricDescription Factor => new("grid_factor", $"factor by which the grid was widened to hold q, {_grid}", "", MetricKind.Consistency, null);

    public MetricDescription NormalizerError => new("log_z_grid_error", $"difference of ln Z to the grid of every second cell, {_grid}", "nats", MetricKind.Consistency, true);

    public MetricDescription Normalizer => new("log_z_grid", $"ln Z of the target, {_grid}", "nats", MetricKind.Estimate, null);

    public MetricDescription DivergenceBound =>
        new("kl_bound", $"F + ln Z, upper bound on KL(q || p): auxiliary variables are integrated out by their reverse model, the density of q is not known, {_grid}, {_samples}", "nats", MetricKind.Bound, true);

    public static MetricDescription Distance(int draws) =>
        new("energy_distance", string.Create(CultureInfo.InvariantCulture, $"energy distance between q and p, {draws} draws of q and {draws} exact draws of p, unbiased"), "", MetricKind.Estimate, true);

    public static MetricDescription DistanceNoise(int draws) => new(
        "energy_distance_noise", string.Create(CultureInfo.InvariantCulture, $"standard deviation of the energy distance between two samples of {draws} exact draws of p"), "", MetricKind.Diagnostic, true);
}
