using FlowLab.Engine.Networks;
using FlowLab.Flows;
using FlowLab.Plugins.Nice;
using FlowLab.Random;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Plugins.Tests.Flows;

[TestFixture]
internal sealed class NiceTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(40)]
    public void Orthogonal_matrices_are_Q_of_a_QR_factorization_with_positive_diagonal_of_R(int dimension)
    {
        var random = new RandomStream(1, RandomPurpose.FlowConstants);
        Matrix<double> normal = Matrix<double>.Build.Dense(dimension, dimension, (_, _) => random.NextNormal());
        double[,] own = normal.ToArray();
        HaarOrthogonal.Orthonormalize(own);
        var factors = normal.QR();
        Matrix<double> signs = Matrix<double>.Build.Diagonal(dimension, dimension, i => Math.Sign(factors.R[i, i]));
        Matrix<double> q = Matrix<double>.Build.DenseOfArray(own);
        Assert.That((q - factors.Q * signs).Enumerate().Select(Math.Abs).Max(), Is.LessThan(1e-11));
        Assert.That((q.TransposeThisAndMultiply(q) - Matrix<double>.Build.DenseIdentity(dimension)).Enumerate().Select(Math.Abs).Max(), Is.LessThan(1e-14));
    }

    /// <summary>Under the Haar measure of O(n): E tr Q = 0, E (tr Q)^2 = 1, E (tr Q)^4 = 3 for n of at least 4, and det Q = -1 half the time.</summary>
    [Test]
    public void Orthogonal_matrices_have_the_moments_of_the_haar_measure()
    {
        const int draws = 20000;
        var random = new RandomStream(2, RandomPurpose.FlowConstants);
        Matrix<double>[] matrices = [.. Enumerable.Range(0, draws).Select(_ => Matrix<double>.Build.DenseOfArray(HaarOrthogonal.Draw(random, 4)))];
        double[] traces = [.. matrices.Select(q => q.Trace())];
        Assert.That(traces.Average(), Is.EqualTo(0).Within(0.03));
        Assert.That(traces.Average(x => x * x), Is.EqualTo(1).Within(0.05));
        Assert.That(traces.Average(x => x * x * x * x), Is.EqualTo(3).Within(0.3));
        Assert.That(matrices.Average(q => q.Determinant()), Is.EqualTo(0).Within(0.03));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(8)]
    public void Every_pair_of_permuted_layers_updates_every_coordinate(int dimension)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new RandomStream(seed, RandomPurpose.FlowConstants);
            for (int pair = 0; pair < 3; pair++)
            {
                bool[] updated = AfterCoupling(new bool[dimension], NicePermutations.Draw(random, 2 * pair, dimension), dimension / 2, dimension);
                updated = AfterCoupling(updated, NicePermutations.Draw(random, 2 * pair + 1, dimension), 0, dimension / 2);
                Assert.That(updated, Is.All.True);
            }
        }
    }

    [Test]
    public void The_first_permutation_of_a_pair_is_uniform()
    {
        const int draws = 60000;
        var random = new RandomStream(4, RandomPurpose.FlowConstants);
        var counts = Enumerable.Range(0, draws).CountBy(_ => string.Join(' ', NicePermutations.Draw(random, 0, 3))).ToArray();
        Assert.That(counts, Has.Length.EqualTo(6));
        Assert.That(counts.Select(x => x.Value), Is.All.EqualTo(draws / 6).Within(500));
    }

    [TestCase(NiceMixing.Perm)]
    [TestCase(NiceMixing.Orth)]
    public void One_dimension_is_refused(NiceMixing mixing)
    {
        using var device = new TestDevice(1);
        Assert.That(
            () => new NiceFlow(new() { Mixing = mixing }, new FlowShape(1, 1), device.Accelerator, new NetworkFactory()),
            Throws.TypeOf<ComponentSettingsException>().With.Message.Contains("needs D of at least 2, but D is 1"));
    }

    [TestCase(NiceMixing.Perm)]
    [TestCase(NiceMixing.Orth)]
    public void Maps_differ_from_seed_to_seed_and_are_orthogonal(NiceMixing mixing)
    {
        using var device = new TestDevice(1);
        using IFlow flow = new NiceFlow(new() { Length = 4, Mixing = mixing }, new FlowShape(5, 2), device.Accelerator, new NetworkFactory());
        var harness = new FlowHarness(device.Accelerator, flow, 5, 2, Kernels.SampleTiles.Contiguous(1, 1), false)
        {
            Parameters = FlowHarness.DrawParameters(flow, [1, 2], 1, false, 0),
        };
        double[][][,] maps = MixingProbe.Measure(harness);
        Assert.That(maps[0][0], Is.Not.EqualTo(maps[1][0]).Within(1e-3));
        foreach (double[,] map in maps.SelectMany(x => x))
        {
            Matrix<double> q = Matrix<double>.Build.DenseOfArray(map);
            Assert.That((q * q.Transpose() - Matrix<double>.Build.DenseIdentity(5)).Enumerate().Select(Math.Abs).Max(), Is.LessThan(1e-5));
        }
    }

    [Test]
    public void A_pass_before_the_maps_are_drawn_is_refused()
    {
        using var device = new TestDevice(1);
        using var flow = new NiceFlow(new() { Length = 1 }, new FlowShape(2, 1), device.Accelerator, new NetworkFactory());
        var harness = new FlowHarness(device.Accelerator, flow, 2, 1, Kernels.SampleTiles.Contiguous(1, 1), false)
        {
            Parameters = new float[flow.ParameterCount],
        };
        Assert.That(() => harness.Forward([1, 2]), Throws.InvalidOperationException);
    }

    [TestCase(Networks.Activation.Maxout)]
    [TestCase(Networks.Activation.Tanh)]
    [TestCase(Networks.Activation.Relu)]
    public void An_untrained_coupling_shifts_little_but_not_nothing(Networks.Activation activation)
    {
        using var device = new TestDevice(1);
        var settings = new NiceSettings { Length = 1, Network = new() { Activation = activation } };
        using IFlow flow = new NiceFlow(settings, new FlowShape(2, 100), device.Accelerator, new NetworkFactory());
        float[] z = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 0.7f : -0.4f)];
        var harness = new FlowHarness(device.Accelerator, flow, 2, 100, Kernels.SampleTiles.Contiguous(1, 1), false)
        {
            Parameters = FlowHarness.DrawParameters(flow, [.. Enumerable.Range(0, 100)], 1, false, 0),
        };
        var unshifted = new FlowHarness(device.Accelerator, flow, 2, 100, Kernels.SampleTiles.Contiguous(1, 1), false)
        {
            Parameters = new float[harness.Parameters.Length],
        };
        double[] shifts = [.. harness.Forward(z).State.Zip(unshifted.Forward(z).State, (a, b) => (double)a - b).Where(x => x != 0)];
        Assert.That(shifts, Has.Length.EqualTo(100));
        Assert.That(Math.Sqrt(shifts.Average(x => x * x)), Is.InRange(0.02, 0.5));
    }

    /// <summary>Moves the marks of coordinates with the permutation, then marks the places that the coupling shifts.</summary>
    private static bool[] AfterCoupling(bool[] updated, int[] order, int from, int to)
    {
        bool[] moved = [.. order.Select(d => updated[d])];
        Array.Fill(moved, true, from, to - from);
        return moved;
    }
}
