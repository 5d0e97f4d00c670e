using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Plugins.Optimizers;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A seed of a latent model that meets a number that is not finite is taken out and the place is named; the others do not notice.</summary>
internal sealed class LatentStoppedSeedTests
{
    private const int Poisoned = 1;

    private static readonly LatentCase Case = new()
    {
        Widths = [2, 2], Likelihood = LikelihoodKind.Gaussian, Seeds = [1, 2, 3], Batch = 4, Samples = 2, Points = Points(),
        Flows = [new("planar", 3, ParameterScope.Global), new("radial", 2, ParameterScope.Amortised)],
    };

    private LatentDevice _device = null!;

    [SetUp]
    public void Open() => _device = new LatentDevice();

    [TearDown]
    public void Close() => _device.Dispose();

    [TestCase("encoder.hidden1.weight", 0, float.NaN, "the output of the inference network is not finite")]
    [TestCase("encoder.output.bias", 4, 200f, "z0 of the posterior is not finite")]
    [TestCase("flow.0.layer1.w", 0, float.NaN, "flow[0] (planar) layer 1: z is not finite")]
    [TestCase("decoder1.output.bias", 0, float.NaN, "ln p(z) is not finite")]
    [TestCase("decoder0.output.bias", 2, float.NaN, "the output of the generative network is not finite")]
    [TestCase("decoder0.output.bias", 4, -200f, "ln p(x|z) is not finite")]
    public void A_poisoned_parameter_stops_its_seed_at_the_named_place(string tensor, int index, float value, string place)
    {
        using LatentCell healthy = CellOf(Case), poisoned = CellOf(Case);
        Step(healthy, 5);
        Step(poisoned, 5);
        float[] parameters = poisoned.Parameters;
        parameters[Poisoned * poisoned.Model.ParameterCount + poisoned.Model.Tensors.Single(entry => entry.Name == tensor).Offset + index] = value;
        poisoned.Restore(parameters);
        Step(healthy, 6);
        Step(poisoned, 6);
        StoppedSeed stopped = poisoned.Session.ReadStopped().Single();
        Assert.Multiple(() =>
        {
            Assert.That(stopped.Place, Is.EqualTo(place));
            Assert.That(stopped.Seed, Is.EqualTo(2));
            Assert.That(stopped.Update, Is.EqualTo(6));
            Assert.That(SeedOf(poisoned, poisoned.Parameters, Poisoned), Is.EqualTo(SeedOf(poisoned, parameters, Poisoned)), "nothing of it changes");
        });
        AssertOthersAreEqual(poisoned, healthy);
        IReadOnlyList<SeedMetric> metrics = CellEvaluators.Of(poisoned.Session, new EvaluationSettings { ImportanceSamples = 4 }).Measure();
        Assert.That(metrics.Where(metric => metric.Seed == 2).Select(metric => metric.Value), Is.All.NaN);
        Assert.That(metrics.Where(metric => metric.Seed != 2 && metric.Reason.Length == 0).Select(metric => metric.Value), Is.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void A_data_point_that_is_not_finite_stops_the_seed_that_meets_it()
    {
        // Point 20 is the seventh of seed 2, in its second update; seeds 1 and 3 meet it later.
        double[][] points = Points();
        points[20][1] = double.NaN;
        using LatentCell healthy = CellOf(Case), poisoned = CellOf(Case with { Points = points });
        Step(healthy, 3);
        Step(poisoned, 3);
        StoppedSeed stopped = poisoned.Session.ReadStopped().Single();
        Assert.Multiple(() =>
        {
            Assert.That(stopped.Place, Is.EqualTo("a number of the data is not finite"));
            Assert.That(stopped.Seed, Is.EqualTo(2));
            Assert.That(stopped.Update, Is.EqualTo(2));
        });
        AssertOthersAreEqual(poisoned, healthy);
    }

    private LatentCell CellOf(LatentCase latentCase) => new(_device, latentCase, new RmsProp(new RmsPropSettings(), _device.Accelerator));

    private static double[][] Points() =>
        [.. Enumerable.Range(0, 40).Select(n => Enumerable.Range(0, 4).Select(i => (double)(float)Math.Sin(n * 1.7 + i * i)).ToArray())];

    private static void AssertOthersAreEqual(LatentCell poisoned, LatentCell healthy)
    {
        foreach (int position in new[] { 0, 2 })
        {
            Assert.That(SeedOf(poisoned, poisoned.Parameters, position), Is.EqualTo(SeedOf(healthy, healthy.Parameters, position)), $"position {position}");
            Assert.That(poisoned.Session.ReadLosses()[position], Is.EqualTo(healthy.Session.ReadLosses()[position]), $"loss at position {position}");
        }
    }

    private static float[] SeedOf(LatentCell cell, float[] values, int position) =>
        values.AsSpan(position * cell.Model.ParameterCount, cell.Model.ParameterCount).ToArray();

    private static void Step(LatentCell cell, int updates)
    {
        for (int i = 0; i < updates; i++)
            cell.Session.Step();
    }
}
