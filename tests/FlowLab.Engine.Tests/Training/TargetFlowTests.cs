using FlowLab.Energies;
using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;
using FlowLab.Plugins.Datasets.Energies;

namespace FlowLab.Engine.Tests.Training;

/// <summary>Flows that follow their target with auxiliary variables: what they are trained by, and what is measured of them, is a bound and says so.</summary>
public sealed class TargetFlowTests
{
    private static readonly EvaluationSettings Brief = new() { Samples = 20_000, GridResolution = 200, FigureResolution = 20, DistanceSamples = 200 };
    private static readonly int[] TwoSeeds = [3, 7];

    private TestCells _cells = null!;

    [SetUp]
    public void Open() => _cells = new TestCells();

    [TearDown]
    public void Close() => _cells.Dispose();

    [TestCase("langevin")]
    [TestCase("hamiltonian")]
    public void Figures_are_those_of_a_bound_and_the_audit_finds_nothing(string flow)
    {
        using TrainingSession session = Train(flow, 4, 40);
        IReadOnlyList<SeedMetric> figures = new CellEvaluator(session, Brief).Measure();
        Assert.That(figures.Select(figure => figure.Metric.Name), Has.None.EqualTo("kl").And.None.EqualTo("grid_mass"));
        foreach (int seed in TwoSeeds)
        {
            SeedMetric bound = Of(figures, seed, "kl_bound");
            Assert.That(bound.Metric.Kind, Is.EqualTo(MetricKind.Bound));
            Assert.That(bound.Metric.Label, Does.Contain("upper bound").And.Contain("not known"));
            Assert.That(bound.Value, Is.EqualTo(Of(figures, seed, "free_energy").Value + Of(figures, seed, "log_z_grid").Value).Within(1e-12).And.Positive);
            Assert.That(Of(figures, seed, "gradient_error").Value, Is.LessThan(0.01), "gradients go through the target's gradient");
            Assert.That(Of(figures, seed, "jacobian_error").Value, Is.LessThan(0.01), "the Jacobian is that of (z, omega)");
        }
        Assert.That(FigureAudit.Of(figures).Where(finding => finding.Severity == AuditSeverity.Failure), Is.Empty);
    }

    /// <summary>E[p(z) r(omega|z) / q(z, omega)] = Z holds only if every density in it is normalized: nothing else sees a constant that is missing.</summary>
    [TestCase("langevin")]
    [TestCase("hamiltonian")]
    public void Importance_weights_with_the_reverse_model_have_the_mean_Z(string flow)
    {
        using TrainingSession session = Train(flow, 16, 0);
        IReadOnlyList<SeedMetric> figures = new CellEvaluator(session, Brief).Measure();
        foreach (int seed in TwoSeeds)
        {
            double error = Of(figures, seed, "log_z_error").Value;
            Assert.That(error, Is.LessThan(0.05));
            Assert.That(Of(figures, seed, "log_z_importance").Value, Is.EqualTo(Of(figures, seed, "log_z_grid").Value).Within(5 * error + 0.01));
        }
    }

    [TestCase("langevin")]
    [TestCase("hamiltonian")]
    public void Differences_stand_in_for_second_derivatives_that_an_energy_does_not_give(string flow)
    {
        float[] exact = FirstGradients(flow, TwoSeeds, new U3(new EnergySettings(), _cells.Accelerator));
        float[] differences = FirstGradients(flow, TwoSeeds, new EnergyWithoutCurvature(new U3(new EnergySettings(), _cells.Accelerator)));
        double scale = exact.Max(Math.Abs);
        Assert.That(differences.Zip(exact, (a, b) => Math.Abs(a - b) / scale).Max(), Is.LessThan(2e-3));
    }

    [TestCase("langevin")]
    [TestCase("hamiltonian")]
    public void A_seed_learns_the_same_alone_and_among_others(string flow)
    {
        float[] together = FirstGradients(flow, [3, 7, 11], null), alone = FirstGradients(flow, [11], null);
        Assert.That(together[^alone.Length..], Is.EqualTo(alone));
    }

    [TestCase("langevin")]
    [TestCase("hamiltonian")]
    public void Training_brings_the_bound_down(string flow)
    {
        double[] bounds = [.. new[] { 0, 150 }.Select(updates =>
        {
            using TrainingSession session = Train(flow, 4, updates);
            return new CellEvaluator(session, Brief).Measure().Where(figure => figure.Metric.Name == "kl_bound").Average(figure => figure.Value);
        })];
        Assert.That(bounds[1], Is.LessThan(0.8 * bounds[0]));
    }

    /// <summary>F = -H(q0) + E[U(z_K)], with the way back known exactly: z_K = z_0 + s K omega + (s K)^2 / 2 of the force.</summary>
    [TestCase(1)]
    [TestCase(4)]
    public void A_force_that_is_everywhere_the_same_leaves_no_gap_before_training(int length)
    {
        const float Slope = 3;
        using TrainingSession session = _cells.EnergyCell("hamiltonian-stretch", length, TwoSeeds, 0, energy: new SlopeEnergy(_cells.Accelerator, Slope));
        double time = 0.25 * length, entropy = 1 + Math.Log(2 * Math.PI), expected = -entropy - Slope * Slope * time * time / 2;
        double deviation = Math.Sqrt(1 + Slope * Slope * (1 + time * time)), error = deviation / Math.Sqrt(Brief.Samples);
        foreach (SeedMetric figure in new CellEvaluator(session, Brief).Measure().Where(figure => figure.Metric.Name == "free_energy"))
            Assert.That(figure.Value, Is.EqualTo(expected).Within(4 * error));
    }

    [Test]
    public void Pictures_are_histograms_of_draws_that_hold_the_mass_of_q()
    {
        using TrainingSession session = Train("langevin", 2, 0);
        DensityImage picture = new CellEvaluator(session, Brief).DrawModel(new EnergyGrid(-8, 8, 40))[0];
        double spacing = (picture.Maximum - picture.Minimum) / picture.Resolution;
        Assert.That(picture.Values.Sum(value => (double)value) * spacing * spacing, Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void What_has_no_density_is_refused_where_one_is_needed()
    {
        Assert.That(() => _cells.DataCell("langevin", 2, [3], 10), Refused("FLE051: flow[0] (langevin) has auxiliary variables"));
        using TrainingSession session = Train("langevin", 2, 0);
        using GridDensity density = new(session, new EnergyGrid(-4, 4, 20));
        Assert.That(density.LogModel, Refused("FLE052: the flow has auxiliary variables"));
    }

    [Test]
    public void A_flow_without_anything_to_follow_is_refused()
    {
        using TrainingSession session = _cells.UntrainedCell("hamiltonian", 2, [3]);
        Assert.That(() => new CellEvaluator(session, Brief).DrawSamples(10), Refused("FLE050: flow[0] (hamiltonian) follows the gradient of its target"));
    }

    private static SeedMetric Of(IEnumerable<SeedMetric> figures, int seed, string name) =>
        figures.Single(figure => figure.Seed == seed && figure.Metric.Name == name);

    private static NUnit.Framework.Constraints.StartsWithConstraint Refused(string start) =>
        Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith(start);

    private TrainingSession Train(string flow, int length, int updates)
    {
        TrainingSession session = _cells.EnergyCell(flow, length, TwoSeeds, updates, learningRate: 1e-2);
        for (int update = 0; update < updates; update++)
            session.Step();
        return session;
    }

    private float[] FirstGradients(string flow, int[] seeds, IEnergy? energy)
    {
        using TrainingSession session = _cells.EnergyCell(flow, 3, seeds, energy: energy);
        session.Step();
        return session.ReadGradients();
    }
}
