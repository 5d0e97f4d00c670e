using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Flows;
using FlowLab.Networks;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>What figures depend on, what they are called and how much memory they take.</summary>
internal sealed class LatentEvaluationTests
{
    private LatentDevice _device = null!;

    [SetUp]
    public void Open() => _device = new LatentDevice();

    [TearDown]
    public void Close() => _device.Dispose();

    [Test]
    public void Figures_do_not_depend_on_the_size_of_a_chunk_nor_on_packed_seeds()
    {
        using LatentCell cell = CellOf(LatentCases.Mixed);
        using LatentCell alone = CellOf(LatentCases.Mixed with { Seeds = [7] });
        EvaluationSettings settings = new() { ImportanceSamples = 25 };
        LatentEvaluator whole = new(cell.Session, settings), small = new(cell.Session, settings) { ChunkBudget = 1 };
        LatentEvaluator uneven = new(cell.Session, settings) { ChunkBudget = 7 * 100 * 3 * 60 };
        Assert.That(new[] { whole, small, uneven }.Select(evaluator => evaluator.SamplesPerChunk(100)), Is.EqualTo(new[] { 25, 1, 6 }));
        double[] expected = FiguresOf(whole, 7);
        int consistency = whole.Measure().Count(metric => metric.Seed == 7 && metric.Metric.Kind == MetricKind.Consistency);
        Assert.That(expected, Has.Length.EqualTo(8 + consistency).And.All.Matches<double>(double.IsFinite));
        Assert.Multiple(() =>
        {
            Assert.That(FiguresOf(small, 7), Is.EqualTo(expected), "draw by draw");
            Assert.That(FiguresOf(uneven, 7), Is.EqualTo(expected), "with a rest");
            Assert.That(FiguresOf(new LatentEvaluator(alone.Session, settings), 7), Is.EqualTo(expected), "alone");
            Assert.That(FiguresOf(whole, 3), Is.Not.EqualTo(expected), "another seed");
        });
    }

    [Test]
    public void Memory_does_not_grow_with_the_number_of_draws()
    {
        LatentCase paper = new()
        {
            Widths = [40], Network = new NetworkSettings(), Flows = [new("planar", 2, ParameterScope.Amortised)], PointDimension = 784,
            Points = LatentCases.Binary(3, 784), Batch = 1,
        };
        using LatentCell cell = new(_device, paper);
        int few = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = 200 }).SamplesPerChunk(100);
        int many = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = 5000 }).SamplesPerChunk(100);
        Assert.That(few, Is.InRange(1, 199));
        Assert.That(many, Is.EqualTo(few), "workspaces are as large for S = 5000 as for S = 200");
    }

    [Test]
    public void Five_thousand_draws_run_in_the_chunks_of_two_hundred()
    {
        using LatentCell cell = CellOf(LatentCases.Mixed with { Points = LatentCases.Binary(4, 6), Seeds = [7] });
        EvaluationSettings settings = new() { ImportanceSamples = 5000 };
        LatentEvaluator chunks = new(cell.Session, settings) { ChunkBudget = 4 * 60 * 200 };
        Assert.That(chunks.SamplesPerChunk(4), Is.InRange(100, 300));
        Assert.That(FiguresOf(chunks, 7), Is.EqualTo(FiguresOf(new LatentEvaluator(cell.Session, settings), 7)));
    }

    [Test]
    public void Means_and_standard_errors_are_over_points()
    {
        LatentCase latentCase = LatentCases.Mixed with { Points = LatentCases.Binary(60, 6) };
        using LatentCell cell = CellOf(latentCase);
        LatentDraws draws = new(cell, _device, 60, 20);
        for (int position = 0; position < latentCase.Seeds.Length; position++)
        {
            Dictionary<string, double> figures = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = 20 }).Measure()
                .Where(metric => metric.Seed == latentCase.Seeds[position]).ToDictionary(metric => metric.Metric.Name, metric => metric.Value);
            double[] bounds = draws.Bounds(position), estimates = draws.NegativeLogLikelihoods(position);
            TestContext.Out.WriteLine($"bound {figures["test_bound"]:0.000}, -ln p {figures["test_nll"]:0.000}, {figures["effective_sample_size"]:0.0} of 20 draws");
            Assert.Multiple(() =>
            {
                Assert.That(figures["test_bound"], Is.EqualTo(bounds.Average()).Within(1e-9));
                Assert.That(figures["test_nll"], Is.EqualTo(estimates.Average()).Within(1e-9));
                Assert.That(figures["test_bound_point_error"], Is.EqualTo(StandardError(bounds)).Within(1e-9));
                Assert.That(figures["test_nll_point_error"], Is.EqualTo(StandardError(estimates)).Within(1e-9));
                Assert.That(figures["effective_sample_size"], Is.EqualTo(draws.EffectiveSamples(position).Average()).Within(1e-9));
                Assert.That(figures["kl_gap"], Is.EqualTo(figures["test_bound"] - figures["test_nll"]).Within(1e-12));
                Assert.That(figures["test_kl_prior"], Is.EqualTo(figures["test_bound"] - figures["test_reconstruction"]).Within(1e-12));
            });
        }
    }

    [Test]
    public void Every_point_counts_once_where_the_last_chunk_is_not_full()
    {
        LinearGaussianCase linear = LinearGaussianCase.All[1];
        using LatentCell cell = new(_device, linear.Model.CaseOf(linear.Posterior, 130, 1));
        (double[] logSigma, double[] direction) = linear.Exact;
        linear.Model.Install(cell, new double[logSigma.Length], logSigma, direction);
        foreach (int points in new[] { 1, 99, 100, 101, 130 })
        {
            double exact = -cell.Case.Data.Take(points).Average(linear.Model.LogMarginal);
            IReadOnlyList<SeedMetric> figures = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = 3, Points = points }).Measure();
            Assert.That(figures.Single(metric => metric.Metric.Name == "test_nll").Value, Is.EqualTo(exact).Within(1e-5), $"{points} points");
        }
    }

    [TestCase(LikelihoodKind.Bernoulli, "probability of the binary image")]
    [TestCase(LikelihoodKind.LogitNormal, "density of intensities mapped to [0.0001, 1 - 0.0001], Lebesgue measure on (0, 1)^D")]
    [TestCase(LikelihoodKind.Gaussian, "density with respect to Lebesgue measure")]
    public void Labels_say_how_many_draws_and_points_what_data_and_which_measure(LikelihoodKind likelihood, string measure)
    {
        using LatentCell cell = CellOf(new LatentCase { Likelihood = likelihood, Batch = 9 });
        EvaluationSettings settings = new() { ImportanceSamples = 17, Points = 8, Subset = Data.DataSubset.Validation };
        SeedMetric[] figures = [.. new LatentEvaluator(cell.Session, settings).Measure().Where(figure => figure.Metric.Kind != MetricKind.Consistency)];
        Assert.That(figures, Has.Length.EqualTo(8));
        Assert.Multiple(() =>
        {
            foreach (MetricDescription metric in figures.Select(figure => figure.Metric))
            {
                Assert.That(metric.Label, Does.Contain("S = 17 draws").And.Contain("8 validation points"), metric.Name);
                Assert.That(metric.Label, Does.Contain("points of a test").And.Contain("beta = 1"), metric.Name);
            }
            foreach (string name in new[] { "validation_bound", "validation_nll", "validation_reconstruction" })
                Assert.That(figures.Single(figure => figure.Metric.Name == name).Metric.Label, Does.Contain(measure));
            Assert.That(figures.Single(figure => figure.Metric.Name == "validation_bound").Metric.Kind, Is.EqualTo(MetricKind.Bound));
            Assert.That(figures.Single(figure => figure.Metric.Name == "validation_nll").Metric.Kind, Is.EqualTo(MetricKind.Estimate));
        });
    }

    private LatentCell CellOf(LatentCase latentCase)
    {
        LatentCell cell = new(_device, latentCase);
        cell.Perturb(0.03);
        return cell;
    }

    private static double[] FiguresOf(LatentEvaluator evaluator, int seed) =>
        [.. evaluator.Measure().Where(metric => metric.Seed == seed).Select(metric => metric.Value)];

    private static double StandardError(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }
}
