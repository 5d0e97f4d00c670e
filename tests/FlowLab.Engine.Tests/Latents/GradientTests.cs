using System.Collections.Concurrent;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Networks;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>
/// The gradients of the whole model, from the data through inference network, posterior, flows, generative networks, likelihood and priors,
/// against central differences of the free energy in double precision: every parameter of every tensor of every seed.
/// </summary>
internal sealed class GradientTests
{
    // Differences of h = 1e-5 in double precision are right to about 1e-9. The engine's own rounding, 6e-8 per operation, grows through some tens of
    // operations in a row and sums of up to 400 samples that cancel in part, to 1e-5 of the greatest gradient of a tensor at worst; a wrong term,
    // factor or sign is orders of magnitude above it.
    private const double Tolerance = 5e-5;

    private const ParameterScope Amortised = ParameterScope.Amortised, Global = ParameterScope.Global;

    private static readonly int[] Three = [3, 0, 11];

    private static readonly ConcurrentDictionary<string, (double[] Gradients, double[] Losses, double[] Worst)> Expected = new();

    private static LatentCase[] Cases =>
    [
        new() { Network = Maxout(2, 1) },
        new() { Network = Net(Activation.Tanh, 2), Flows = [new("planar", 3, Amortised)], Samples = 3, Seeds = Three },
        new()
        {
            Network = Net(Activation.Relu, 1), Flows = [new("planar", 3, Global)], Widths = [2, 1], Likelihood = LikelihoodKind.Gaussian, Term = AnnealedTerm.Kl,
        },
        new() { Network = Net(Activation.Elu, 1), Posterior = PosteriorKind.RankOne, Samples = 3, Widths = [5] },
        new()
        {
            Network = Maxout(4, 1), Posterior = PosteriorKind.RankOne, Flows = [new("planar", 2, Amortised)], Widths = [3, 2],
            Likelihood = LikelihoodKind.LogitNormal, Samples = 3, Seeds = Three, Term = AnnealedTerm.Kl,
        },
        new() { Network = Maxout(2, 2), Flows = [new("radial", 3, Amortised)], Likelihood = LikelihoodKind.Gaussian },
        new() { Network = Net(Activation.Tanh, 1), Flows = [new("nice-perm", 3, Global)], Widths = [2, 2, 1], Seeds = Three },
        new()
        {
            Network = Net(Activation.Elu, 2), Flows = [new("nice-orth", 4, Global)], Likelihood = LikelihoodKind.LogitNormal, Samples = 3, Term = AnnealedTerm.Kl,
        },
        new()
        {
            Network = Maxout(4, 1), Flows = [new("planar", 2, Amortised), new("nice-orth", 2, Global), new("radial", 2, Amortised)],
            Likelihood = LikelihoodKind.LogitNormal, Widths = [2, 2, 1], Samples = 3, Seeds = Three,
        },
        new()
        {
            Network = Net(Activation.Relu, 2), Posterior = PosteriorKind.RankOne, Widths = [3, 2], Likelihood = LikelihoodKind.Gaussian, Term = AnnealedTerm.Kl,
            Flows = [new("planar", 2, Global), new("nice-perm", 2, Global) { Network = new() { Hidden = 3, Window = 2 } }, new("radial", 2, Amortised)],
        },
        new() { Network = Net(Activation.Tanh, 0), Flows = [new("planar", 2, Amortised)], Widths = [2, 2], Likelihood = LikelihoodKind.Gaussian },
        new() { Network = Net(Activation.Tanh, 0), Posterior = PosteriorKind.RankOne, Widths = [2, 2, 2], Samples = 3, Seeds = Three, Term = AnnealedTerm.Kl },
        new() { Flows = [new("radial", 2, Global), new("nice-orth", 2, Amortised)], Samples = 3, Seeds = Three, Batch = 20 },
        new()
        {
            Network = Net(Activation.Tanh, 1), Seeds = Three, Samples = 3,
            Flows = [new("planar", 2, Amortised), new("nice-orth", 3, Global) { IsConditioned = true }, new("radial", 1, Global)],
        },
        new()
        {
            Network = Net(Activation.Elu, 1), Widths = [3, 2], Batch = 20,
            Flows = [new("nice-perm", 2, Global) { IsConditioned = true, Network = new() { Hidden = 3, Window = 4, Depth = 2 } }],
        },
        new() { Network = Net(Activation.Tanh, 1), Flows = [new("planar", 3, Amortised)], FlowOutputs = new() { Scale = 0.3 }, Samples = 3, Seeds = Three },
        new() { Network = Net(Activation.Elu, 1), Flows = [new("radial", 2, Amortised)], FlowOutputs = new() { Bound = 0.4 } },
        new() { Network = Net(Activation.Elu, 1), Flows = [new("planar", 6, Amortised), new("radial", 2, Amortised)] },
        new()
        {
            Network = Net(Activation.Tanh, 1), Seeds = Three, Samples = 3, FlowOutputs = new() { Scale = 2, Bound = 0.7 },
            Flows = [new("nice-orth", 2, Global) { IsConditioned = true }, new("planar", 2, Amortised)],
        },
        new() { Network = Maxout(4, 2), Likelihood = LikelihoodKind.LogitNormal, Beta = 1, Batch = 33 },
        new() { Network = Net(Activation.Tanh, 1), Widths = [2], Flows = [new("planar", 1, Global), new("radial", 1, Amortised)], Batch = 100, Samples = 4 },
    ];

    private static LatentCase[] OpenClCases => [Cases[8], Cases[9]];

    [TestCaseSource(nameof(Cases))]
    public void Gradients_of_vectors_are_those_of_the_free_energy(LatentCase latentCase) => Verify(latentCase, KernelDevice.Simd);

    [TestCaseSource(nameof(EmulatedCases))]
    public void Gradients_on_ILGPUs_own_CPU_accelerator_are_those_of_the_free_energy(LatentCase latentCase) => Verify(latentCase, KernelDevice.IlgpuCpu);

    [TestCaseSource(nameof(OpenClCases))]
    public void Gradients_on_OpenCL_are_those_of_the_free_energy(LatentCase latentCase) => Verify(latentCase, KernelDevice.OpenCl12);

    /// <summary>The emulation of a GPU is slow: every sixteenth, but for long tests.</summary>
    private static IEnumerable<LatentCase> EmulatedCases => Cases.Where((_, index) => LongTests.AreOn || index % 16 == 0);

    private static NetworkSettings Net(Activation activation, int depth) => new() { Hidden = 4, Depth = depth, Activation = activation };

    private static NetworkSettings Maxout(int window, int depth) => new() { Hidden = 4, Depth = depth, Activation = Activation.Maxout, Window = window };

    private static void Verify(LatentCase latentCase, KernelDevice execution)
    {
        using LatentDevice device = new(execution);
        using LatentCell cell = new(device, latentCase);
        cell.Perturb(0.2);
        (double[] expected, double[] losses, double[] samples) = Expected.GetOrAdd(latentCase.ToString(), _ => ReferenceGradients.Of(cell));
        float[] actual = cell.Differentiate();
        Assert.That(
            cell.Session.ReadLosses(), Is.EqualTo(losses).Using<float, double>((a, b) => Math.Abs(a - b) < 1e-5 * (1 + Math.Abs(b))),
            "losses at beta = 1, to 100 roundings");
        Assert.That(
            cell.Session.ReadWorst(), Is.EqualTo(samples).Using<float, double>((a, b) => Math.Abs(a - b) < 1e-5 * (1 + Math.Abs(b))),
            "losses of the worst samples, to 100 roundings");
        double worst = 0;
        foreach (NamedTensor tensor in cell.Model.Tensors)
        {
            double error = ErrorOf(cell, tensor, actual, expected);
            Assert.That(error, Is.LessThan(Tolerance), tensor.Name);
            worst = Math.Max(worst, error);
        }
        TestContext.Out.WriteLine($"worst error of a gradient: {worst:0.0e0} of the greatest of its tensor");
    }

    /// <summary>The greatest error in a tensor of any seed, relative to the tensor's greatest gradient.</summary>
    private static double ErrorOf(LatentCell cell, NamedTensor tensor, float[] actual, double[] expected)
    {
        int length = tensor.Shape.Aggregate(1, (product, axis) => product * axis);
        double greatest = 0;
        for (int position = 0; position < cell.Case.Seeds.Length; position++)
        {
            int first = position * cell.Model.ParameterCount + tensor.Offset;
            double scale = expected.AsSpan(first, length).ToArray().Max(Math.Abs);
            Assert.That(scale, Is.GreaterThan(0), $"{tensor.Name}: the loss depends on every tensor");
            for (int i = first; i < first + length; i++)
                greatest = Math.Max(greatest, Math.Abs(actual[i] - expected[i]) / scale);
        }
        return greatest;
    }
}
