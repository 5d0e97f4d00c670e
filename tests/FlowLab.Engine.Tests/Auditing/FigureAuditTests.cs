using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Tests.Auditing;

/// <summary>Each check on figures that are right, and on the same figures with one of them wrong.</summary>
public sealed class FigureAuditTests
{
    private static readonly Dictionary<string, double> Energy = new()
    {
        ["free_energy"] = -1.8, ["free_energy_mc_error"] = 0.002, ["log_z_importance"] = 1.88, ["log_z_error"] = 0.002, ["pareto_k"] = 0.2, ["pareto_k_limit"] = 0.7,
        ["effective_sample_size"] = 0.9, ["kl"] = 0.0775, ["kl_grid_error"] = 1e-6, ["grid_mass"] = 1, ["grid_mass_error"] = 1e-6, ["grid_share"] = 1,
        ["grid_share_error"] = 1e-4, ["log_z_grid"] = 1.8775, ["log_z_grid_error"] = 1e-6, ["inverse_error"] = 1e-6, ["log_det_difference"] = 1e-6, ["jacobian_error"] = 1e-4,
        ["jacobian_resolution"] = 1e-4, ["gradient_error"] = 1e-3, ["gradient_resolution"] = 1e-2,
    };

    private static readonly Dictionary<string, double> Latent = new() { ["test_bound"] = 95, ["test_nll"] = 93, ["kl_gap"] = 2, ["test_heavy_tails"] = 0.1 };

    private static readonly Dictionary<string, double> Data = new() { ["test_nll"] = 2.05, ["test_nll_error"] = 0.02, ["train_nll"] = 2, ["train_nll_error"] = 0.02, ["excess_nll"] = 0.01, ["excess_nll_error"] = 0.003 };

    [Test]
    public void Figures_that_agree_have_no_findings() =>
        Assert.That(Find(Energy).Concat(Find(Latent)).Concat(Find(Data)), Is.Empty);

    [TestCase("free_energy", double.NaN, "FLA001", "free_energy")]
    [TestCase("free_energy", double.PositiveInfinity, "FLA001", "free_energy")]
    [TestCase("kl", -0.001, "FLA002", "kl")]
    [TestCase("kl", 0.2, "FLA003", "kl")]
    [TestCase("free_energy", -2.0, "FLA004", "free_energy")]
    [TestCase("log_z_importance", 17.2, "FLA005", "log_z_importance")]
    [TestCase("grid_mass", 1e-7, "FLA006", "kl")]
    [TestCase("grid_mass", 1.5, "FLA006", "grid_mass")]
    [TestCase("inverse_error", 0.3, "FLA010", "kl")]
    [TestCase("log_det_difference", 0.3, "FLA011", "free_energy")]
    [TestCase("jacobian_error", 0.3, "FLA012", "kl")]
    [TestCase("gradient_error", 0.5, "FLA014", "kl")]
    public void A_figure_that_contradicts_others_fails(string name, double value, string number, string marked)
    {
        AuditFinding finding = Find(Energy, (name, value)).Single(found => found.Number == number);

        Assert.That(finding.Severity, Is.EqualTo(AuditSeverity.Failure));
        Assert.That(finding.Metrics, Does.Contain(marked));
        Assert.That(finding.Seed, Is.EqualTo(7));
    }

    [Test]
    public void The_log_det_with_the_wrong_sign_is_seen_in_many_ways()
    {
        IEnumerable<string> numbers = Find(Energy, ("kl", -1.7e-6), ("free_energy", -16), ("log_z_importance", 17.2), ("grid_mass", 1e-7)).Select(finding => finding.Number);
        Assert.That(numbers, Is.EquivalentTo(new[] { "FLA003", "FLA004", "FLA005", "FLA006" }));
    }

    [Test]
    public void Weights_that_miss_a_part_of_p_are_a_caution_and_no_failure()
    {
        AuditFinding finding = Find(Energy, ("log_z_importance", 1.8775 - Math.Log(2))).Single();
        Assert.That((finding.Number, finding.Severity), Is.EqualTo(("FLA005", AuditSeverity.Caution)));
        Assert.That(finding.Metrics, Has.None.EqualTo("kl"));
    }

    [Test]
    public void A_heavy_tail_is_a_caution_and_excuses_a_moderate_excess_but_not_an_impossible_one()
    {
        Assert.That(Find(Energy, ("pareto_k", 1.1), ("log_z_importance", 3)).Select(finding => (finding.Number, finding.Severity)), Is.EqualTo(new[] { ("FLA007", AuditSeverity.Caution) }));
        Assert.That(Find(Energy, ("pareto_k", 1.1), ("log_z_importance", 15)).Any(finding => finding is { Number: "FLA005", Severity: AuditSeverity.Failure }), Is.True);
    }

    [Test]
    public void Tolerances_come_from_the_stated_errors()
    {
        Assert.That(Find(Energy, ("kl", 0.2), ("free_energy_mc_error", 0.03)), Is.Empty, "five standard errors of F cover the difference");
        Assert.That(Find(Energy, ("jacobian_error", 0.3), ("jacobian_resolution", 0.1)), Is.Empty, "the differences are no more exact than that");
        Assert.That(Find(Energy, ("log_z_importance", 2.0), ("log_z_grid_error", 0.2)), Is.Empty, "ln Z on a coarse grid is no more exact than that");
    }

    [Test]
    public void A_figure_that_is_not_available_is_compared_with_nothing() =>
        Assert.That(FigureAudit.Of([.. Metrics(Energy).Select(metric => metric.Metric.Name == "kl" ? SeedMetric.NotAvailable(7, metric.Metric, "q lies outside") : metric)]), Is.Empty);

    [Test]
    public void Stopped_seeds_have_no_findings() => Assert.That(FigureAudit.Of([.. Metrics(Energy).Select(metric => metric.OfStoppedSeed())]), Is.Empty);

    [Test]
    public void Importance_sampling_is_never_above_the_bound()
    {
        AuditFinding finding = Find(Latent, ("test_nll", 95.5)).Single();
        Assert.That((finding.Number, finding.Severity), Is.EqualTo(("FLA009", AuditSeverity.Failure)));
        Assert.That(Find(Latent, ("test_heavy_tails", 0.8)).Select(found => (found.Number, found.Severity)), Is.EqualTo(new[] { ("FLA008", AuditSeverity.Caution) }));
    }

    [TestCase(3.0, "by heart")]
    [TestCase(1.0, "not alike")]
    public void Held_out_points_far_from_training_points_are_a_caution(double test, string reason)
    {
        AuditFinding finding = Find(Data, ("test_nll", test)).Single();
        Assert.That((finding.Number, finding.Severity), Is.EqualTo(("FLA013", AuditSeverity.Caution)));
        Assert.That(finding.Message, Does.Contain(reason));
    }

    [Test]
    public void What_is_likelier_than_the_truth_is_no_density()
    {
        AuditFinding finding = Find(Data, ("excess_nll", -0.1)).Single();
        Assert.That((finding.Number, finding.Severity), Is.EqualTo(("FLA015", AuditSeverity.Failure)));
        Assert.That(Find(Data, ("excess_nll", -0.01)), Is.Empty, "chance");
    }

    [Test]
    public void A_number_that_is_none_gets_a_reason() =>
        Assert.That(AuditedFigures.Of([.. Metrics(Energy, ("kl", double.NaN))]).Metrics.Single(metric => metric.Metric.Name == "kl").Reason, Does.Contain("not a number"));

    private static IReadOnlyList<AuditFinding> Find(Dictionary<string, double> figures, params (string Name, double Value)[] changes) => FigureAudit.Of(Metrics(figures, changes));

    private static IEnumerable<SeedMetric> Metrics(Dictionary<string, double> figures, params (string Name, double Value)[] changes) => figures.Select(figure => new SeedMetric(
        7, new MetricDescription(figure.Key, figure.Key, "", MetricKind.Estimate, null), changes.Where(change => change.Name == figure.Key).Select(change => change.Value).DefaultIfEmpty(figure.Value).First()));
}
