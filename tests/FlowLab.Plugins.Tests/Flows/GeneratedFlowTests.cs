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
        using IFlow byHand = new PlanarFlow(new() { Length = Length }, new FlowShape(dimension, SeedNumbers.Length), device.Accelerator);
        using IFlow generated = new Written.PlanarFlow(new() { Length = Length }, new FlowShape(dimension, SeedNumbers.Length), device.Accelerator);
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

    private static float[] Draw(RandomPurpose purpose, int features)
    {
        var random = new RandomStream(1, purpose);
        return [.. Enumerable.Range(0, SeedNumbers.Length * features * Batch).Select(_ => (float)random.NextNormal())];
    }
}
