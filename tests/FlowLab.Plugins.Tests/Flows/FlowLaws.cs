using FlowLab.Flows;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>What holds for every flow of the catalogue, in every shape, for global and amortized parameters and both kinds of tiles.</summary>
[TestFixture]
internal sealed class FlowLaws : IDisposable
{
    private const double StateTolerance = 3e-5;
    private const double LogDetTolerance = 1e-4;
    private const double RoundTripTolerance = 1e-3;
    private const double GradientTolerance = 1e-3;

    private static readonly int[] SeedNumbers = [3, 7, 11];

    private readonly TestDevice _device = new(2);

    private static IEnumerable<FlowSetup> Setups => FlowCatalogue.Setups;

    public void Dispose() => _device.Dispose();

    [TestCaseSource(nameof(Setups))]
    public void Forward_equals_the_float64_reference_and_log_det_its_numeric_jacobian(FlowSetup setup)
    {
        using IFlow flow = Create(setup);
        FlowHarness harness = Harness(setup, flow, flow.Length);
        IReferenceFlow reference = setup.Flow.Reference(harness);
        float[] z0 = Draw(RandomPurpose.TestData, setup.Dimension);
        ForwardResult result = harness.Forward(z0);
        ForEachSample((seed, sample) =>
        {
            var exact = new ReferenceSample(reference, seed, flow.Length);
            double[] z = harness.SampleOf(z0, seed, sample);
            double[] parameters = harness.ParametersOf(seed, sample);
            AssertClose(harness.SampleOf(result.State, seed, sample), exact.Forward(z, parameters).State, StateTolerance);
            double numeric = Math.Log(Math.Abs(exact.Jacobian(z, parameters).Determinant()));
            Assert.That(result.LogDet[seed * FlowSetup.Batch + sample], Is.EqualTo(numeric).Within(LogDetTolerance * (1 + Math.Abs(numeric))));
        });
    }

    [TestCaseSource(nameof(Setups))]
    public void Inverse_undoes_forward_and_finds_the_same_log_det(FlowSetup setup)
    {
        using IFlow flow = Create(setup);
        FlowHarness harness = Harness(setup, flow, flow.Length);
        float[] z0 = Draw(RandomPurpose.TestData, setup.Dimension);
        ForwardResult forward = harness.Forward(z0);
        ForwardResult back = harness.Inverse(forward.State);
        AssertClose(back.State.Select(x => (double)x), z0.Select(x => (double)x), RoundTripTolerance);
        AssertClose(back.LogDet.Select(x => (double)x), forward.LogDet.Select(x => (double)x), RoundTripTolerance);
    }

    [TestCaseSource(nameof(Setups))]
    public void Backward_equals_central_differences(FlowSetup setup)
    {
        using IFlow flow = Create(setup);
        FlowHarness harness = Harness(setup, flow, flow.Length);
        IReferenceFlow reference = setup.Flow.Reference(harness);
        float[] z0 = Draw(RandomPurpose.TestData, setup.Dimension);
        float[] perState = Draw(RandomPurpose.EvaluationNoise, setup.Dimension);
        float[] perLogDet = Draw(RandomPurpose.Shuffling, 1);
        BackwardResult result = harness.Backward(harness.Forward(z0), perState, perLogDet);
        AssertClose(result.State.Select(x => (double)x), z0.Select(x => (double)x), RoundTripTolerance);
        var expected = new ExpectedGradients(setup, flow, SeedNumbers.Length);
        ForEachSample((seed, sample) =>
        {
            var exact = new ReferenceSample(reference, seed, flow.Length);
            double[] z = harness.SampleOf(z0, seed, sample);
            double[] parameters = harness.ParametersOf(seed, sample);
            double[] weights = harness.SampleOf(perState, seed, sample);
            double Loss(double[] at, double[] with)
            {
                (double[] state, double logDet) = exact.Forward(at, with);
                return weights.Zip(state, (a, b) => a * b).Sum() + perLogDet[seed * FlowSetup.Batch + sample] * logDet;
            }
            expected.Add(seed, sample, z, parameters, Loss);
        });
        expected.AssertEqual(result, GradientTolerance);
    }

    [TestCaseSource(nameof(Setups))]
    public void InverseBackward_equals_central_differences(FlowSetup setup)
    {
        using IFlow flow = Create(setup);
        FlowHarness harness = Harness(setup, flow, flow.Length);
        IReferenceFlow reference = setup.Flow.Reference(harness);
        float[] z0 = Draw(RandomPurpose.TestData, setup.Dimension);
        float[] perState = Draw(RandomPurpose.EvaluationNoise, setup.Dimension);
        float[] perLogDet = Draw(RandomPurpose.Shuffling, 1);
        BackwardResult result = harness.InverseBackward(z0, perState, perLogDet);
        AssertClose(result.State.Select(x => (double)x), harness.Forward(z0).State.Select(x => (double)x), StateTolerance);
        var expected = new ExpectedGradients(setup, flow, SeedNumbers.Length);
        ForEachSample((seed, sample) =>
        {
            var exact = new ReferenceSample(reference, seed, flow.Length);
            double[] start = harness.SampleOf(z0, seed, sample);
            double[] parameters = harness.ParametersOf(seed, sample);
            double[] weights = harness.SampleOf(perState, seed, sample);
            double Loss(double[] image, double[] with)
            {
                (double[] state, double logDet) = exact.Inverse(image, with, start);
                return weights.Zip(state, (a, b) => a * b).Sum() + perLogDet[seed * FlowSetup.Batch + sample] * logDet;
            }
            expected.Add(seed, sample, exact.Forward(start, parameters).State, parameters, Loss);
        });
        expected.AssertEqual(result, GradientTolerance);
    }

    [TestCaseSource(nameof(Setups))]
    public void Fewer_layers_are_a_prefix_of_the_chain_and_the_others_get_no_gradient(FlowSetup setup)
    {
        using IFlow flow = Create(setup);
        int layers = flow.Length / 2;
        FlowHarness harness = Harness(setup, flow, layers);
        IReferenceFlow reference = setup.Flow.Reference(harness);
        float[] z0 = Draw(RandomPurpose.TestData, setup.Dimension);
        float[] perState = Draw(RandomPurpose.EvaluationNoise, setup.Dimension);
        float[] perLogDet = Draw(RandomPurpose.Shuffling, 1);
        ForwardResult result = harness.Forward(z0);
        ForEachSample((seed, sample) =>
        {
            var exact = new ReferenceSample(reference, seed, layers);
            double[] state = exact.Forward(harness.SampleOf(z0, seed, sample), harness.ParametersOf(seed, sample)).State;
            AssertClose(harness.SampleOf(result.State, seed, sample), state, StateTolerance);
        });
        AssertClose(harness.Inverse(result.State).State.Select(x => (double)x), z0.Select(x => (double)x), RoundTripTolerance);
        AssertUnusedLayersHaveNoGradient(setup, flow, layers, harness.Backward(result, perState, perLogDet));
        AssertUnusedLayersHaveNoGradient(setup, flow, layers, harness.InverseBackward(z0, perState, perLogDet));
    }

    [TestCaseSource(nameof(Setups))]
    public void Inverse_stops_at_its_first_layer(FlowSetup setup)
    {
        using IFlow flow = Create(setup);
        FlowHarness harness = Harness(setup, flow, flow.Length);
        float[] z0 = Draw(RandomPurpose.TestData, setup.Dimension);
        ForwardResult whole = harness.Forward(z0);
        for (int first = 0; first <= flow.Length; first++)
        {
            ForwardResult prefix = Harness(setup, flow, first).Forward(z0);
            ForwardResult back = harness.Inverse(whole.State, first);
            AssertClose(back.State.Select(x => (double)x), prefix.State.Select(x => (double)x), RoundTripTolerance);
            double[] rest = [.. whole.LogDet.Zip(prefix.LogDet, (a, b) => (double)a - b)];
            AssertClose(back.LogDet.Select(x => (double)x), rest, RoundTripTolerance);
        }
    }

    private static void AssertUnusedLayersHaveNoGradient(FlowSetup setup, IFlow flow, int layers, BackwardResult result)
    {
        int tiles = setup.Tiles.Tiles;
        foreach (ParameterBlock block in flow.Blocks)
        {
            for (int seed = 0; seed < SeedNumbers.Length; seed++)
            {
                int from = (seed * flow.ParameterCount + block.Offset) * tiles;
                float[] values = result.ParameterGradient[from..(from + block.Length * tiles)];
                Assert.That(values, block.Layer < layers ? Has.All.Matches<float>(float.IsFinite) : Is.All.Zero, block.ToString());
            }
        }
    }

    private static void ForEachSample(Action<int, int> check)
    {
        for (int seed = 0; seed < SeedNumbers.Length; seed++)
        {
            for (int sample = 0; sample < FlowSetup.Batch; sample++)
                check(seed, sample);
        }
    }

    private static void AssertClose(IEnumerable<double> actual, IEnumerable<double> expected, double tolerance)
    {
        double[] wanted = [.. expected];
        double scale = 1 + wanted.Max(Math.Abs);
        Assert.That(actual.ToArray(), Is.EqualTo(wanted).Within(tolerance * scale));
    }

    private static float[] Draw(RandomPurpose purpose, int features)
    {
        var random = new RandomStream(1, purpose);
        return [.. Enumerable.Range(0, SeedNumbers.Length * features * FlowSetup.Batch).Select(_ => (float)random.NextNormal())];
    }

    private IFlow Create(FlowSetup setup) =>
        setup.Flow.Create(new FlowShape(setup.Dimension, SeedNumbers.Length), setup.Length, _device.Accelerator);

    private FlowHarness Harness(FlowSetup setup, IFlow flow, int layers) =>
        new(_device.Accelerator, flow, setup.Dimension, SeedNumbers.Length, setup.Tiles, setup.IsAmortized)
        {
            Layers = layers,
            Parameters = FlowHarness.DrawParameters(flow, SeedNumbers, FlowSetup.Batch, setup.IsAmortized, 0.2),
        };
}
