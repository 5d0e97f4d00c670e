using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Flows;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Flows of a posterior that follow ln p(x, z), Langevin and Hamiltonian ones: Hamiltonian variational inference.</summary>
internal sealed class TargetFlowLatentTests
{
    private static readonly int[] Seeds = [1, 4];

    /// <summary>Where ln p(x) is known in closed form: the estimate with the reverse model is right, whatever the flow, and the bound is a bound.</summary>
    [TestCase("langevin", ParameterScope.Global, 2)]
    [TestCase("langevin", ParameterScope.Amortised, 3)]
    [TestCase("hamiltonian", ParameterScope.Global, 3)]
    [TestCase("hamiltonian", ParameterScope.Amortised, 2)]
    public void The_estimate_of_a_linear_model_is_exact_and_the_bound_above_it(string flow, ParameterScope scope, int which)
    {
        LinearGaussianCase linear = LinearGaussianCase.All[which];
        using LatentDevice device = new();
        using LatentCell cell = new(device, linear.Model.CaseOf(linear.Posterior, 20, Seeds) with { Flows = [new(flow, 3, scope)] });
        (double[] logSigma, double[] direction) = linear.Exact;
        linear.Model.Install(cell, new double[logSigma.Length], [.. logSigma.Select(log => log + 0.2)], direction);
        LatentDraws draws = new(cell, device, 20, 5000);
        double exact = -cell.Case.Data.Average(linear.Model.LogMarginal);
        for (int position = 0; position < Seeds.Length; position++)
        {
            double error = draws.NegativeLogLikelihoodError(position), estimate = draws.NegativeLogLikelihoods(position).Average();
            TestContext.Out.WriteLine($"-ln p {exact:0.0000}, estimate {estimate:0.0000} +- {error:0.0000}, bound {draws.Bounds(position).Average():0.0000}");
            Assert.That(error, Is.LessThan(0.03), "the estimate says something");
            Assert.That(estimate, Is.EqualTo(exact).Within(4 * error));
            Assert.That(draws.Bounds(position).Average(), Is.GreaterThan(exact + 0.01));
        }
    }

    /// <summary>
    /// Gradients of all parameters, those of the generative networks among them, which the path of z depends on, are those of the bound; figures are called bounds.
    /// </summary>
    [TestCase("langevin", ParameterScope.Global)]
    [TestCase("langevin", ParameterScope.Amortised)]
    [TestCase("hamiltonian", ParameterScope.Global)]
    [TestCase("hamiltonian", ParameterScope.Amortised)]
    public void Gradients_are_those_of_the_bound_and_figures_say_that_they_are_bounds(string flow, ParameterScope scope)
    {
        using LatentDevice device = new();
        using LatentCell cell = new(device, new LatentCase { Flows = [new(flow, 3, scope)], Widths = [2, 1], Samples = 4, Seeds = [3, 7], Beta = 1 });
        cell.Perturb(0.2);
        cell.Session.Step();
        IReadOnlyList<SeedMetric> figures = new LatentEvaluator(cell.Session, new EvaluationSettings { ImportanceSamples = 200 }).Measure();
        double[] errors = [.. figures.Where(figure => figure.Metric.Name == "gradient_error").Select(figure => figure.Value)];
        TestContext.Out.WriteLine($"gradient_error {string.Join(", ", errors.Select(error => $"{error:0.0e0}"))}");
        Assert.That(errors, Has.Length.EqualTo(2).And.All.LessThan(0.01));
        Assert.That(figures.Select(figure => figure.Metric.Name), Has.None.EqualTo("kl_gap").And.None.EqualTo("test_kl_prior"));
        Assert.That(figures.First(figure => figure.Metric.Name == "test_kl_prior_bound").Metric.Kind, Is.EqualTo(MetricKind.Bound));
        Assert.That(
            figures.First(figure => figure.Metric.Name == "kl_gap_bound").Metric.Kind, Is.EqualTo(MetricKind.Estimate), "ln p(x) is estimated from below, so that their sum may be below the divergence");
        Assert.That(FigureAudit.Of(figures).Where(finding => finding.Severity == AuditSeverity.Failure), Is.Empty);
    }

    /// <summary>The path of z would not move the generative networks if their part in it were left out.</summary>
    [Test]
    public void A_latent_model_learns_with_a_flow_that_follows_it()
    {
        using LatentDevice device = new();
        using LatentCell cell = new(device, new LatentCase { Flows = [new("hamiltonian", 2, ParameterScope.Global)], Beta = 1, Batch = 20 },
            new Plugins.Optimizers.Adam(new Plugins.Optimizers.AdamSettings(), device.Accelerator), learningRate: 1e-2);
        double before = Loss(cell, 1), after = Loss(cell, 200);
        TestContext.Out.WriteLine($"bound {before:0.000} at first, {after:0.000} after 200 updates");
        Assert.That(after, Is.LessThan(before - 0.1));
    }

    private static double Loss(LatentCell cell, int updates)
    {
        double sum = 0;
        for (int update = 0; update < updates; update++)
        {
            cell.Session.Step();
            if (update >= updates - 20)
                sum += cell.Session.ReadLosses()[0];
        }
        return sum / Math.Min(updates, 20);
    }
}
