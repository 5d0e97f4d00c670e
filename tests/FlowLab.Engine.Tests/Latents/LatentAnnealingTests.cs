using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Networks;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>What annealing multiplies, at beta = 0 and in between, and what is reported.</summary>
internal sealed class LatentAnnealingTests
{
    private static readonly LatentCase Flowing = new()
    {
        Widths = [2, 1], Flows = [new("planar", 2, ParameterScope.Amortised), new("radial", 2, ParameterScope.Global)], Samples = 3, Batch = 9, Seeds = [3, 8],
        Network = new NetworkSettings { Hidden = 4, Depth = 1, Activation = Activation.Elu },
    };

    private LatentDevice _device = null!;

    [SetUp]
    public void Open() => _device = new LatentDevice();

    [TearDown]
    public void Close() => _device.Dispose();

    [TestCase(0, 0.01)]
    [TestCase(4, 0.41)]
    [TestCase(99, 1)]
    public void The_schedule_reaches_the_gradients(long update, double beta)
    {
        foreach (AnnealedTerm term in Enum.GetValues<AnnealedTerm>())
        {
            float[] scheduled = GradientsOf(Flowing with { Term = term, Beta = 0.01, AnnealingUpdates = 10 }, update).Gradients;
            float[] constant = GradientsOf(Flowing with { Term = term, Beta = beta }, update).Gradients;
            // The constant schedule grows by 1e-9 an update; a wrong beta is off by far more than some roundings of the greatest gradient.
            Assert.That(scheduled, Is.EqualTo(constant).Within(1e-6f * constant.Max(Math.Abs)), term.ToString());
        }
    }

    [Test]
    public void Joint_annealing_at_zero_leaves_the_entropy_of_a_Gaussian_posterior()
    {
        LatentCase latentCase = Flowing with { Flows = [], Beta = 0 };
        using LatentCell cell = CellOf(latentCase);
        float[] gradients = cell.Differentiate();
        for (int position = 0; position < latentCase.Seeds.Length; position++)
        {
            // -E ln sigma is all that is left of F: slope -1 for each ln sigma of the head, 0 for mu.
            Assert.That(Slice(cell, gradients, "encoder.output.bias", position), Is.EqualTo(new float[] { 0, 0, 0, -1, -1, -1 }).Within(1e-6f));
            foreach (NamedTensor tensor in cell.Model.Tensors.Where(tensor => tensor.Name.StartsWith("decoder", StringComparison.Ordinal)))
                Assert.That(Slice(cell, gradients, tensor.Name, position), Is.All.Zero, tensor.Name);
        }
    }

    [Test]
    public void At_zero_only_the_entropy_or_only_the_reconstruction_has_gradients([Values] AnnealedTerm term)
    {
        using LatentCell cell = CellOf(Flowing with { Term = term, Beta = 0 });
        (double[] expected, _, _) = ReferenceGradients.Of(cell);
        float[] actual = cell.Differentiate();
        Assert.That(actual, Is.EqualTo(expected).Using<float, double>((a, b) => Math.Abs(a - b) <= 1e-5 * expected.Max(Math.Abs)));
        string[] silent = term == AnnealedTerm.Joint ? ["decoder0", "decoder1"] : ["decoder1"];
        string[] loud = term == AnnealedTerm.Joint ? ["encoder", "flow"] : ["encoder", "decoder0", "flow"];
        foreach (NamedTensor tensor in cell.Model.Tensors)
        {
            float[] own = Slice(cell, actual, tensor.Name, 1);
            if (silent.Any(name => tensor.Name.StartsWith(name, StringComparison.Ordinal)))
                Assert.That(own, Is.All.Zero, tensor.Name);
            if (loud.Any(name => tensor.Name.StartsWith(name, StringComparison.Ordinal)))
                Assert.That(own.Max(Math.Abs), Is.GreaterThan(1e-4), tensor.Name);
        }
    }

    [Test]
    public void Gradients_are_linear_in_beta_and_the_two_ways_meet_at_one()
    {
        float[] Of(AnnealedTerm term, double beta) => GradientsOf(Flowing with { Term = term, Beta = beta }, 0).Gradients;
        foreach (AnnealedTerm term in Enum.GetValues<AnnealedTerm>())
        {
            float[] expected = [.. Of(term, 0).Zip(Of(term, 1), (none, all) => 0.75f * none + 0.25f * all)];
            Assert.That(Of(term, 0.25), Is.EqualTo(expected).Within(1e-5f * expected.Max(Math.Abs)), term.ToString());
        }
        Assert.That(Of(AnnealedTerm.Kl, 1), Is.EqualTo(Of(AnnealedTerm.Joint, 1)));
    }

    [Test]
    public void The_reported_loss_is_the_free_energy_at_one_whatever_is_annealed()
    {
        float[] expected = GradientsOf(Flowing with { Beta = 1 }, 0).Losses;
        Assert.That(expected, Is.All.Matches<float>(float.IsFinite));
        foreach (AnnealedTerm term in Enum.GetValues<AnnealedTerm>())
        {
            foreach (double beta in new[] { 0, 0.01, 0.5 })
                Assert.That(GradientsOf(Flowing with { Term = term, Beta = beta }, 0).Losses, Is.EqualTo(expected), $"{term} {beta}");
        }
    }

    private LatentCell CellOf(LatentCase latentCase)
    {
        LatentCell cell = new(_device, latentCase);
        cell.Perturb(0.2);
        return cell;
    }

    private (float[] Gradients, float[] Losses) GradientsOf(LatentCase latentCase, long update)
    {
        using LatentCell cell = CellOf(latentCase);
        cell.Session.Restore(cell.Session.ReadState() with { Update = update });
        return (cell.Differentiate(), cell.Session.ReadLosses());
    }

    private static float[] Slice(LatentCell cell, float[] values, string name, int position)
    {
        NamedTensor tensor = cell.Model.Tensors.Single(entry => entry.Name == name);
        return values.AsSpan(position * cell.Model.ParameterCount + tensor.Offset, tensor.Shape.Aggregate(1, (product, axis) => product * axis)).ToArray();
    }
}
