using FlowLab.Engine.Auditing;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Plugins.Optimizers;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>What is measured of a fit to a sample set whose density is known.</summary>
[TestFixture]
internal sealed class KnownDensityMetricTests : IDisposable
{
    private const double Radius = 2, Noise = 0.5;
    private const int Samples = 10_000;

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void The_true_density_stands_beside_the_fit()
    {
        using TrainingSession session = Untrained(new EightGaussiansSettings { Radius = Radius, Noise = Noise });
        IReadOnlyList<SeedMetric> metrics = new CellEvaluator(session, new EvaluationSettings { Samples = Samples }).Measure();
        foreach (int seed in session.Definition.Seeds)
        {
            double Value(string name) => metrics.Single(metric => metric.Seed == seed && metric.Metric.Name == name).Value;
            // q is N(0, I): -E ln q = ln 2 pi + E|x|^2 / 2, with E|x|^2 = radius^2 + 2 noise^2.
            double cross = Math.Log(2 * Math.PI) + 0.5 * (Radius * Radius + 2 * Noise * Noise);
            Assert.That(Value("test_nll"), Is.EqualTo(cross).Within(5 * Value("test_nll_error")));
            Assert.That(Value("true_nll"), Is.EqualTo(Entropy()).Within(5 * Value("true_nll_error")));
            Assert.That(Value("excess_nll"), Is.EqualTo(cross - Entropy()).Within(5 * Value("excess_nll_error")));
            Assert.That(Value("excess_nll"), Is.EqualTo(Value("test_nll") - Value("true_nll")).Within(1e-9), "the same points");
            Assert.That(Value("excess_nll_error"), Is.GreaterThan(0).And.LessThan(0.02));
        }
        Assert.That(FigureAudit.Of(metrics), Is.Empty);
    }

    [Test]
    public void Without_a_density_nothing_is_said_of_it()
    {
        using TrainingSession session = Untrained(new EightGaussiansSettings { Noise = 0 });
        IReadOnlyList<SeedMetric> metrics = new CellEvaluator(session, new EvaluationSettings { Samples = 100 }).Measure();
        Assert.That(metrics.Select(metric => metric.Metric.Name), Does.Contain("test_nll").And.No.Member("true_nll").And.No.Member("excess_nll"));
    }

    private TrainingSession Untrained(EightGaussiansSettings settings) => new(new TrainingDefinition
    {
        Seeds = [3, 8],
        Chain = new FlowChain(2, 2, new GaussianBase(2, new BaseSettings(), _lab.Accelerator), []),
        Data = new EightGaussians(settings, _lab.Accelerator),
        Optimizer = new Adam(new AdamSettings(), _lab.Accelerator),
        Objective = new ObjectiveSettings { Type = ObjectiveKind.MaximumLikelihood },
        Training = new TrainingSettings { Batch = 100, Updates = 10 },
    }, _lab.Accelerator);

    /// <summary>By the midpoint rule on a fine grid.</summary>
    private static double Entropy()
    {
        const int cells = 400;
        const double half = 6, spacing = 2 * half / cells;
        double entropy = 0;
        for (int i = 0; i < cells * cells; i++)
        {
            double x = -half + (i % cells + 0.5) * spacing, y = -half + (i / cells + 0.5) * spacing, p = 0;
            for (int mode = 0; mode < 8; mode++)
            {
                double dx = x - Radius * Math.Cos(Math.PI / 4 * mode), dy = y - Radius * Math.Sin(Math.PI / 4 * mode);
                p += Math.Exp(-(dx * dx + dy * dy) / (2 * Noise * Noise)) / (8 * 2 * Math.PI * Noise * Noise);
            }
            entropy -= p > 0 ? p * Math.Log(p) * spacing * spacing : 0;
        }
        return entropy;
    }
}
