using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins.Planar;
using FlowLab.Random;
using FlowLab.Tests;
using ILGPU.Runtime;
using Written = FlowLab.TestPlugins.GeneratedFlows;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Passes that the source generator has written, beside those written by hand, and on every device; the laws hold them like all flows.</summary>
[TestFixture]
internal sealed class GeneratedFlowTests
{
    private const int Length = 3;
    private const int Batch = 37;
    private const int Layers = 2;

    /// <summary>Of the laws: states to 3e-5, gradients to 1e-3, each relative to the largest of its kind.</summary>
    private const double StateTolerance = 3e-5;
    private const double GradientTolerance = 1e-3;

    private static readonly int[] SeedNumbers = [3, 7];

    private static IEnumerable<FlowCase> Flows => FlowCatalogue.Generated;

    [Test]
    public void Planar_passes_equal_those_written_by_hand([Values(1, 2, 5, 40)] int dimension, [Values] bool isAmortized)
    {
        using var device = new TestDevice(2);
        using PlanarFlow byHand = new(new() { Length = Length }, new FlowShape(dimension, SeedNumbers.Length), device.Accelerator);
        using Written.PlanarFlow generated = new(new() { Length = Length }, new FlowShape(dimension, SeedNumbers.Length), device.Accelerator);
        float[] parameters = FlowHarness.DrawParameters(byHand, SeedNumbers, Batch, isAmortized, 0.2);
        float[][] expected = Run(device.Accelerator, byHand, dimension, isAmortized, parameters);
        AssertEqual(Run(device.Accelerator, generated, dimension, isAmortized, parameters), expected);
        Assert.That(generated.Blocks, Is.EqualTo(byHand.Blocks).Using<ParameterBlock>((a, b) => (a.Name, a.Layer, a.Offset, a.Length) == (b.Name, b.Layer, b.Offset, b.Length)));
        Assert.That(generated.TapeLength, Is.EqualTo(byHand.TapeLength));
    }

    [Test]
    public void Every_device_computes_the_same(
        [ValueSource(nameof(Flows))] FlowCase flowCase, [Values(KernelDevice.OpenCl12, KernelDevice.IlgpuOpenCl, KernelDevice.IlgpuCpu)] KernelDevice kind,
        [Values(2, 5)] int dimension)
    {
        using KernelLab simd = KernelLab.Open();
        using KernelLab other = KernelLab.Open(kind);
        AssertEqual(Run(other.Accelerator, flowCase, dimension), Run(simd.Accelerator, flowCase, dimension));
    }

    [Test]
    public void Layers_of_large_z_and_of_one_feature_are_finite([Values(1, 512)] int dimension)
    {
        using var device = new TestDevice(2);
        foreach (FlowCase flowCase in Flows.Where(flow => dimension > 1 || flow.Name != "generated-affine"))
            foreach (float[] values in Run(device.Accelerator, flowCase, dimension))
                Assert.That(values, Has.All.Matches<float>(float.IsFinite), flowCase.Name);
    }

    [Test]
    public void Branches_and_loops_in_loops_have_true_gradients([Values(1, 2, 5)] int dimension, [Values] bool isAmortized, [Values] bool isInterleaved)
    {
        using var device = new TestDevice(2);
        FlowCase flowCase = new("generated-twist", (shape, length, accelerator) => new Written.TwistFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceTwist());
        var setup = new FlowSetup(flowCase, dimension, Length, isAmortized, isInterleaved);
        using IFlow flow = flowCase.Create(new FlowShape(dimension, SeedNumbers.Length), Length, device.Accelerator);
        var harness = new FlowHarness(device.Accelerator, flow, dimension, SeedNumbers.Length, setup.Tiles, isAmortized)
        {
            Parameters = FlowHarness.DrawParameters(flow, SeedNumbers, FlowSetup.Batch, isAmortized, 0.1),
        };
        float[] z0 = Draw(RandomPurpose.TestData, dimension, FlowSetup.Batch);
        float[] perState = Draw(RandomPurpose.EvaluationNoise, dimension, FlowSetup.Batch);
        float[] perLogDet = Draw(RandomPurpose.Shuffling, 1, FlowSetup.Batch);
        ForwardResult forward = harness.Forward(z0);
        BackwardResult result = harness.Backward(forward, perState, perLogDet);
        var expected = new ExpectedGradients(setup, flow, SeedNumbers.Length);
        for (int seed = 0; seed < SeedNumbers.Length; seed++)
        {
            for (int sample = 0; sample < FlowSetup.Batch; sample++)
            {
                var exact = new ReferenceSample(new ReferenceTwist(), seed, Length);
                double[] weights = harness.SampleOf(perState, seed, sample);
                double perSum = perLogDet[seed * FlowSetup.Batch + sample];
                double Loss(double[] at, double[] with) => exact.Forward(at, with) is var (state, sum) ? weights.Zip(state, (a, b) => a * b).Sum() + perSum * sum : 0;
                double[] z = harness.SampleOf(z0, seed, sample);
                double[] parameters = harness.ParametersOf(seed, sample);
                Assert.That(harness.SampleOf(forward.State, seed, sample), Is.EqualTo(exact.Forward(z, parameters).State).Within(1e-4));
                Assert.That(forward.LogDet[seed * FlowSetup.Batch + sample], Is.EqualTo(exact.Forward(z, parameters).LogDet).Within(1e-3));
                expected.Add(seed, sample, z, parameters, Loss);
            }
        }
        expected.AssertEqual(result, GradientTolerance);
        Assert.That(result.State, Is.EqualTo(z0).Within(GradientTolerance));
    }

    [Test]
    public void A_layer_without_inverse_says_what_is_missing()
    {
        using var device = new TestDevice(1);
        using IFlow flow = new Written.TwistFlow(new() { Length = 1 }, new FlowShape(2, 1), device.Accelerator);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => flow.Inverse(default))!;
        Assert.That(refusal.Message, Does.StartWith("TwistLayer has no inverse").And.Contain("[InverseOf]"));
    }

    private static float[][] Run(Accelerator accelerator, FlowCase flowCase, int dimension)
    {
        using IFlow flow = flowCase.Create(new FlowShape(dimension, SeedNumbers.Length), Length, accelerator);
        return Run(accelerator, flow, dimension, false, FlowHarness.DrawParameters(flow, SeedNumbers, Batch, false, 0.1));
    }

    /// <summary>States, log-dets and gradients of all four passes.</summary>
    private static float[][] Run(Accelerator accelerator, IFlow flow, int dimension, bool isAmortized, float[] parameters)
    {
        SampleTiles tiles = isAmortized ? SampleTiles.PerSample(Batch) : SampleTiles.Interleaved(Batch, 8);
        var harness = new FlowHarness(accelerator, flow, dimension, SeedNumbers.Length, tiles, isAmortized) { Layers = Layers, Parameters = parameters };
        float[] z = Draw(RandomPurpose.TestData, dimension);
        float[] perLogDet = Draw(RandomPurpose.Shuffling, 1);
        ForwardResult forward = harness.Forward(z);
        ForwardResult inverse = harness.Inverse(forward.State);
        BackwardResult backward = harness.Backward(forward, Draw(RandomPurpose.EvaluationNoise, dimension), perLogDet);
        BackwardResult inverseBackward = harness.InverseBackward(z, Draw(RandomPurpose.EvaluationNoise, dimension), perLogDet);
        return
        [
            forward.State, forward.LogDet, inverse.State, inverse.LogDet, backward.State, inverseBackward.State, backward.Gradient, backward.ParameterGradient,
            inverseBackward.Gradient, inverseBackward.ParameterGradient,
        ];
    }

    private static void AssertEqual(float[][] actual, float[][] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double scale = 1 + expected[i].Max(value => Math.Abs((double)value));
            double tolerance = i < 2 ? StateTolerance : GradientTolerance;
            Assert.That(actual[i], Is.EqualTo(expected[i]).Within(tolerance * scale), $"result {i}");
        }
    }

    private static float[] Draw(RandomPurpose purpose, int features, int batch = Batch)
    {
        var random = new RandomStream(1, purpose);
        return [.. Enumerable.Range(0, SeedNumbers.Length * features * batch).Select(_ => (float)random.NextNormal())];
    }
}
