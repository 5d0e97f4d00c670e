using FlowLab.Engine.Evaluation;
using FlowLab.Flows;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Bound, estimate and divergence in models where the marginal and the posterior are known in closed form.</summary>
internal sealed class LinearGaussianTests
{
    private static readonly int[] Seeds = [1, 4];

    private static LinearGaussianCase[] Cases => LinearGaussianCase.All;

    [TestCaseSource(nameof(Cases))]
    public void With_the_exact_posterior_the_bound_is_tight_for_every_draw(LinearGaussianCase linear)
    {
        using LatentDevice device = new();
        using LatentCell cell = new(device, linear.Model.CaseOf(linear.Posterior, 30, Seeds));
        (double[] logSigma, double[] direction) = linear.Exact;
        linear.Model.Install(cell, new double[logSigma.Length], logSigma, direction);
        LatentDraws draws = new(cell, device, 30, 50);
        double worst = 0;
        for (int position = 0; position < Seeds.Length; position++)
        {
            for (int point = 0; point < 30; point++)
            {
                double expected = linear.Model.LogMarginal(cell.Case.Data[point]);
                worst = Math.Max(worst, draws.LogWeights(position)[point].Max(log => Math.Abs(log - expected)));
            }
        }
        TestContext.Out.WriteLine($"worst |ln w - ln p(x)| {worst:0.0e0}");
        // Four sums of some terms up to 20, each right to 1e-6.
        Assert.That(worst, Is.LessThan(2e-5));
        double exact = -cell.Case.Data.Average(linear.Model.LogMarginal);
        Dictionary<string, double> figures = Measure(cell, 50, Seeds[1]);
        Assert.Multiple(() =>
        {
            Assert.That(figures["test_bound"], Is.EqualTo(exact).Within(5e-6));
            Assert.That(figures["test_nll"], Is.EqualTo(exact).Within(5e-6));
            Assert.That(figures["kl_gap"], Is.EqualTo(0).Within(1e-6), "a gap of differences of 1e-5 is of their square");
            Assert.That(figures["effective_sample_size"], Is.EqualTo(50).Within(1e-6), "equal weights");
        });
    }

    [TestCaseSource(nameof(Cases))]
    public void With_another_posterior_the_estimate_is_right_and_the_bound_is_off_by_the_divergence(LinearGaussianCase linear)
    {
        using LatentDevice device = new();
        using LatentCell cell = new(device, linear.Model.CaseOf(linear.Posterior, 20, Seeds));
        (double[] shift, double[] logSigma, double[] direction) = Off(linear);
        linear.Model.Install(cell, shift, logSigma, direction);
        LatentDraws draws = new(cell, device, 20, 5000);
        double exact = -cell.Case.Data.Average(linear.Model.LogMarginal);
        double divergence = linear.Model.Divergence(shift, LinearGaussianCase.PrecisionOf(logSigma, direction));
        Assert.That(divergence, Is.GreaterThan(0.05), "q is off");
        for (int position = 0; position < Seeds.Length; position++)
        {
            Dictionary<string, double> figures = Measure(cell, 5000, Seeds[position]);
            double error = draws.NegativeLogLikelihoodError(position), boundError = draws.BoundError(position);
            TestContext.Out.WriteLine(
                $"-ln p {exact:0.0000}, estimate {figures["test_nll"]:0.0000} +- {error:0.0000}; " +
                $"KL {divergence:0.0000}, F + ln p {figures["test_bound"] - exact:0.0000} +- {boundError:0.0000}");
            Assert.Multiple(() =>
            {
                Assert.That(error, Is.LessThan(0.01), "the estimate says something");
                Assert.That(figures["test_nll"], Is.EqualTo(exact).Within(4 * error));
                Assert.That(figures["test_bound"], Is.EqualTo(exact + divergence).Within(4 * boundError));
                Assert.That(figures["test_bound"], Is.GreaterThan(exact + 4 * boundError), "an upper bound");
                Assert.That(figures["kl_gap"], Is.EqualTo(divergence).Within(4 * (error + boundError)));
            });
        }
    }

    [Test]
    public void A_flow_in_the_posterior_changes_the_bound_but_not_what_is_estimated()
    {
        LinearGaussianCase linear = Cases[2];
        using LatentDevice device = new();
        FlowPart[] flows = [new("planar", 2, ParameterScope.Amortised), new("radial", 1, ParameterScope.Global)];
        using LatentCell cell = new(device, linear.Model.CaseOf(linear.Posterior, 20, Seeds) with { Flows = flows });
        (double[] logSigma, double[] direction) = linear.Exact;
        // Wider than the posterior, so that the weights stay bounded where the flows move it.
        linear.Model.Install(cell, new double[logSigma.Length], [.. logSigma.Select(log => log + 0.5)], direction);
        LatentDraws draws = new(cell, device, 20, 5000);
        double exact = -cell.Case.Data.Average(linear.Model.LogMarginal);
        for (int position = 0; position < Seeds.Length; position++)
        {
            double error = draws.NegativeLogLikelihoodError(position), estimate = draws.NegativeLogLikelihoods(position).Average();
            TestContext.Out.WriteLine($"-ln p {exact:0.0000}, estimate {estimate:0.0000} +- {error:0.0000}, bound {draws.Bounds(position).Average():0.0000}");
            Assert.That(error, Is.LessThan(0.03), "the estimate says something");
            Assert.That(estimate, Is.EqualTo(exact).Within(4 * error));
            Assert.That(draws.Bounds(position).Average(), Is.GreaterThan(exact + 0.05));
        }
    }

    [Test]
    public void The_estimate_tightens_with_the_number_of_draws()
    {
        LinearGaussianCase linear = Cases[2];
        using LatentDevice device = new();
        using LatentCell cell = new(device, linear.Model.CaseOf(linear.Posterior, 150, Seeds));
        (double[] shift, double[] logSigma, double[] direction) = Off(linear);
        linear.Model.Install(cell, shift, logSigma, direction);
        double exact = -cell.Case.Data.Average(linear.Model.LogMarginal);
        double[] estimates = [.. new[] { 1, 4, 40, 400 }.Select(samples => Measure(cell, samples, Seeds[0])["test_nll"])];
        TestContext.Out.WriteLine($"-ln p {exact:0.0000}, estimates {string.Join(", ", estimates.Select(x => $"{x:0.0000}"))}");
        Assert.Multiple(() =>
        {
            Assert.That(estimates, Is.Ordered.Descending);
            Assert.That(Measure(cell, 1, Seeds[0])["test_bound"], Is.EqualTo(estimates[0]).Within(1e-9), "with one draw the estimate is the bound");
            Assert.That(estimates[^1], Is.EqualTo(exact).Within(0.02));
        });
    }

    [TestCaseSource(nameof(Cases))]
    public void Given_points_have_their_own_densities_in_every_chunk(LinearGaussianCase linear)
    {
        const int Points = 130, Draws = 400;
        using LatentDevice device = new();
        using LatentCell cell = new(device, linear.Model.CaseOf(linear.Posterior, Points, Seeds));
        float[] points = [.. cell.Case.Data.SelectMany(point => point.Select(x => (float)x))];
        double[] exact = [.. cell.Case.Data.Select(linear.Model.LogMarginal)];
        (double[] logSigma, double[] direction) = linear.Exact;
        linear.Model.Install(cell, new double[logSigma.Length], logSigma, direction);
        PointDensities tight = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = 3 }).LogDensitiesAt(points);
        (double[] shift, logSigma, direction) = Off(linear);
        linear.Model.Install(cell, shift, logSigma, direction);
        PointDensities estimates = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = Draws }).LogDensitiesAt(points);
        Assert.Multiple(() =>
        {
            for (int seed = 0; seed < Seeds.Length; seed++)
            {
                Assert.That(tight.Values[seed], Is.EqualTo(exact).Within(2e-5), "with the exact posterior every weight is p(x)");
                Assert.That(tight.Errors[seed], Is.All.LessThan(2e-5));
                Assert.That(estimates.Errors[seed], Is.All.InRange(1e-4, 0.3), "the estimates say something");
                double[] scores = [.. exact.Select((value, point) => (estimates.Values[seed][point] - value) / estimates.Errors[seed][point])];
                Assert.That(scores.Select(Math.Abs).Max(), Is.LessThan(5), "of 130 estimates with their own errors");
                Assert.That(scores.Sum(score => score * score) / Points, Is.InRange(0.6, 1.6), "and the errors are neither too large nor too small");
            }
        });
    }

    /// <summary>A posterior beside the exact one: moved by 0.3, a third wider in every direction, and turned if it has a direction.</summary>
    private static (double[] Shift, double[] LogSigma, double[] Direction) Off(LinearGaussianCase linear)
    {
        (double[] logSigma, double[] direction) = linear.Exact;
        return ([.. logSigma.Select((_, d) => 0.3 - 0.1 * d)], [.. logSigma.Select(log => log + 0.3)], [.. direction.Select((x, d) => x + 0.4 * d - 0.2)]);
    }

    /// <summary>The figures of a seed, those without the name of the part without it.</summary>
    private static Dictionary<string, double> Measure(LatentCell cell, int samples, int seed) =>
        new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = samples }).Measure()
            .Where(metric => metric.Seed == seed).ToDictionary(metric => metric.Metric.Name, metric => metric.Value);
}
