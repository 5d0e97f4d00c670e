using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Tests.Training;

/// <summary>Training does what it is for, and the figures agree with each other.</summary>
public sealed class LearningTests
{
    [Test]
    public void A_longer_planar_flow_fits_U1_better_and_the_grid_agrees_with_the_samples()
    {
        using TestCells cells = new();
        double none = Divergence(cells, 0), two = Divergence(cells, 2), eight = Divergence(cells, 8);
        Assert.Multiple(() =>
        {
            Assert.That(two, Is.LessThan(0.7 * none));
            Assert.That(eight, Is.LessThan(0.5 * two));
        });
    }

    [Test]
    public void Every_kind_of_flow_lowers_the_free_energy([Values("planar", "radial", "nice-perm", "nice-orth")] string flow)
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell(flow, 4, [1, 2], updates: 600, batch: 200);
        double before = Mean(session, "free_energy");
        while (!session.IsFinished)
            session.Step();
        Assert.That(Mean(session, "free_energy"), Is.LessThan(before - 1));
    }

    [Test]
    public void Maximum_likelihood_through_the_inverse_beats_the_best_Gaussian_and_stays_normalised([Values("planar", "radial", "nice-orth")] string flow)
    {
        using TestCells cells = new();
        double gaussian = HeldOut(cells, "none", 0);
        double fitted = HeldOut(cells, flow, 8);
        Assert.That(fitted, Is.LessThan(gaussian - 0.15), $"Gaussian {gaussian}");
    }

    [Test]
    public void The_density_through_the_inverse_integrates_to_one_and_pictures_are_densities()
    {
        using TestCells cells = new();
        using TrainingSession session = cells.EnergyCell("planar", 8, [1, 2], updates: 300);
        while (!session.IsFinished)
            session.Step();
        CellEvaluator evaluator = new(session, new EvaluationSettings { GridResolution = 300, FigureResolution = 200 });
        Assert.That(evaluator.Measure().Where(metric => metric.Metric.Name == "grid_mass").Select(metric => metric.Value), Is.All.EqualTo(1).Within(2e-3));
        DensityImage target = evaluator.DrawTarget(session.Definition.Energy!);
        double cell = (target.Maximum - target.Minimum) / target.Resolution;
        Assert.That(target.Values.Sum(value => (double)value) * cell * cell, Is.EqualTo(1).Within(5e-3));
        foreach (DensityImage image in evaluator.DrawModel(session.Definition.Energy!.FigureGrid))
            Assert.That(image.Values.Sum(value => (double)value) * cell * cell, Is.EqualTo(1).Within(0.05));
    }

    [Test]
    public void A_data_picture_is_a_density_too()
    {
        using TestCells cells = new();
        using TrainingSession session = cells.DataCell("planar", 2, [1], updates: 1);
        DensityImage image = new CellEvaluator(session, new EvaluationSettings { FigureResolution = 50 }).DrawData(session.Definition.Data!, session.Definition.Data!.FigureGrid!);
        double cell = (image.Maximum - image.Minimum) / image.Resolution;
        Assert.That(image.Values.Sum(value => (double)value) * cell * cell, Is.EqualTo(1).Within(0.01));
    }

    private static double Divergence(TestCells cells, int length)
    {
        using TrainingSession session = cells.EnergyCell("planar", length, [1, 2, 3], updates: 1500, batch: 200);
        while (!session.IsFinished)
            session.Step();
        IReadOnlyList<SeedMetric> metrics = new CellEvaluator(session, new EvaluationSettings { Samples = 20_000, GridResolution = 300 }).Measure();
        foreach (int seed in session.Definition.Seeds)
        {
            double Of(string name) => metrics.Single(metric => metric.Seed == seed && metric.Metric.Name == name).Value;
            double sampled = Of("free_energy") + Of("log_z_grid");
            Assert.That(Of("kl"), Is.EqualTo(sampled).Within(5 * Of("free_energy_mc_error") + Of("kl_grid_error") + 2e-3), $"K = {length}, seed {seed}");
            Assert.That(Of("log_z_grid"), Is.EqualTo(1.8775).Within(1e-3), "the published normaliser of U1");
            Assert.That(-Of("free_energy"), Is.LessThanOrEqualTo(Of("log_z_importance")), "the bound is below the estimate");
            Assert.That(Of("effective_sample_size"), Is.InRange(0, 1));
        }
        return metrics.Where(metric => metric.Metric.Name == "kl").Average(metric => metric.Value);
    }

    private static double HeldOut(TestCells cells, string flow, int length)
    {
        using TrainingSession session = cells.DataCell(flow, length, [1, 2], updates: 800);
        while (!session.IsFinished)
            session.Step();
        return Mean(session, "test_nll");
    }

    private static double Mean(TrainingSession session, string metric) =>
        new CellEvaluator(session, new EvaluationSettings { Samples = 4000, GridResolution = 40 }).Measure()
            .Where(entry => entry.Metric.Name == metric).Average(entry => entry.Value);
}
