using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins.Radial;

namespace FlowLab.Plugins.Tests.Flows;

[TestFixture]
internal sealed class RadialTests : IDisposable
{
    private readonly TestDevice _device = new(1);

    public void Dispose() => _device.Dispose();

    [TestCase(-100f, -100f)]
    [TestCase(-100f, 50f)]
    [TestCase(50f, -100f)]
    [TestCase(80f, 80f)]
    [TestCase(0f, 1e4f)]
    [TestCase(1e4f, 0f)]
    public void Extreme_parameters_stay_finite_and_invertible(float alpha, float beta)
    {
        FlowHarness harness = One([0, 0, alpha, beta], 7);
        float[] z = [0, 0, 0.0001f, 1, -3, 1e4f, 2, 0, 0.0001f, 1e-10f, 2, 3, -1e4f, 2];
        ForwardResult forward = harness.Forward(z);
        ForwardResult inverse = harness.Inverse(z);
        float[] perLogDet = [.. Enumerable.Repeat(1f, harness.Batch)];
        BackwardResult backward = harness.Backward(forward, z, perLogDet);
        BackwardResult inverseBackward = harness.InverseBackward(inverse.State, z, perLogDet);
        float[][] results =
        [
            forward.State, forward.LogDet, inverse.State, inverse.LogDet, backward.Gradient, backward.ParameterGradient,
            inverseBackward.Gradient, inverseBackward.ParameterGradient,
        ];
        foreach (float[] values in results)
            Assert.That(values, Has.All.Matches<float>(float.IsFinite));
        float scale = 1 + inverse.State.Concat(z).Max(MathF.Abs);
        Assert.That(harness.Forward(inverse.State).State, Is.EqualTo(z).Within(1e-5f * scale));
    }

    [Test]
    public void The_reference_point_stays_where_it_is()
    {
        FlowHarness harness = One([0.5f, 1, 0.3f, 1.2f], 1);
        ForwardResult result = harness.Forward([0.5f, 1]);
        double stretch = Math.Log(1 + Math.Exp(1.2)) / Math.Log(1 + Math.Exp(0.3));
        Assert.That(result.State, Is.EqualTo(new[] { 0.5f, 1f }));
        Assert.That(result.LogDet[0], Is.EqualTo(2 * Math.Log(stretch)).Within(1e-5));
    }

    [Test]
    public void Initial_scale_zero_is_the_identity()
    {
        using IFlow flow = new RadialFlow(new() { Length = 5, InitialScale = 0 }, new FlowShape(2, 1), _device.Accelerator);
        var harness = new FlowHarness(_device.Accelerator, flow, 2, 1, SampleTiles.Contiguous(3, 3), false)
        {
            Parameters = FlowHarness.DrawParameters(flow, [1], 3, false, 0),
        };
        float[] z = [1, 2, 3, 4, 5, 6];
        Assert.That(harness.Forward(z).State, Is.EqualTo(z).Within(1e-5f));
    }

    private FlowHarness One(float[] parameters, int batch) =>
        new(
            _device.Accelerator, new RadialFlow(new() { Length = 1 }, new FlowShape(2, 1), _device.Accelerator), 2, 1,
            SampleTiles.Contiguous(batch, batch), false)
        {
            Parameters = parameters,
        };
}
