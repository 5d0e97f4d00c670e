using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins.Planar;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Flows;

[TestFixture]
internal sealed class PlanarTests : IDisposable
{
    private static readonly double[] CheckShift = [0.5, -0.3];
    private static readonly double[] CheckWeight = [1, 0.5];

    private readonly TestDevice _device = new(1);

    public void Dispose() => _device.Dispose();

    [Test]
    public void Reference_without_the_constraint_gives_the_check_value()
    {
        double[] z = [1, 2];
        double determinant = ReferencePlanar.Layer(z, CheckWeight, CheckShift, 0.1);
        Assert.That(z, Is.EqualTo(new[] { 1.485, 1.709 }).Within(5e-4));
        Assert.That(determinant, Is.EqualTo(1.0204).Within(5e-5));
    }

    [Test]
    public void Kernel_gives_the_check_value_for_the_u_whose_constrained_shift_it_is()
    {
        double gain = CheckWeight.Zip(CheckShift, (a, b) => a * b).Sum();
        double norm = CheckWeight.Sum(x => x * x);
        double alignment = Math.Log(Math.Exp(1 + gain) - 1);
        double[] u = [.. CheckShift.Zip(CheckWeight, (shift, w) => shift + (alignment - gain) * w / norm)];
        ForwardResult result = One(2, [1, 0.5f, (float)u[0], (float)u[1], 0.1f], 1).Forward([1, 2]);
        Assert.That(result.State, Is.EqualTo(new[] { 1.485f, 1.709f }).Within(5e-4f));
        Assert.That(Math.Exp(result.LogDet[0]), Is.EqualTo(1.0204).Within(5e-5));
    }

    [TestCase(-5f)]
    [TestCase(-20f)]
    [TestCase(-80f)]
    [TestCase(-200f)]
    [TestCase(80f)]
    [TestCase(1000f)]
    public void Strongly_aligned_layers_stay_finite_and_invertible(float alignment)
    {
        float[] parameters = [1, 0, alignment, 0.5f, 0.2f];
        float[] z = [-3, -0.3f, -0.2f, -0.1f, 0, 0.4f, 3, 1, 2, 3, 4, 5, 6, 7];
        AssertFiniteAndInvertible(One(2, parameters, 7), z);
    }

    [TestCase(0f)]
    [TestCase(1e-20f)]
    [TestCase(1e-6f)]
    [TestCase(1e-3f)]
    [TestCase(1e3f)]
    [TestCase(1e6f)]
    public void Vanishing_and_huge_w_stay_finite_and_invertible(float w)
    {
        foreach (float u in new[] { 0f, 1f, -1f, 100f, -100f })
            AssertFiniteAndInvertible(One(2, [w, -0.5f * w, u, u, 0.3f], 7), [-3, -2, -1, 0, 1, 2, 3, 1, 2, 3, 4, 5, 6, 7]);
    }

    [TestCase(1e-3f)]
    [TestCase(5e-4f)]
    [TestCase(1e-5f)]
    public void The_guard_keeps_gradients_true(float w)
    {
        float[] parameters = [w, 0.3f * w, 1.3f, -0.4f, 0.2f];
        FlowHarness harness = One(2, parameters, 1);
        BackwardResult result = harness.Backward(harness.Forward([0.7f, -0.2f]), [0.3f, 0.9f], [1.1f]);
        var exact = new ReferenceSample(new ReferencePlanar(), 0, 1);
        double Loss(double[] with)
        {
            (double[] state, double logDet) = exact.Forward([0.7f, -0.2f], with);
            return 0.3f * state[0] + 0.9f * state[1] + 1.1f * logDet;
        }
        for (int p = 2; p < 5; p++)
        {
            double expected = ReferenceSample.Derivative(Loss, harness.ParametersOf(0, 0), p);
            Assert.That(result.ParameterGradient[p], Is.EqualTo(expected).Within(2e-3 * (1 + Math.Abs(expected))));
        }
        double[] scaled = harness.ParametersOf(0, 0);
        double along = ReferenceSample.Derivative(x => Loss([w * x[0], 0.3f * w * x[0], .. scaled[2..]]), [1.0], 0);
        Assert.That(w * (result.ParameterGradient[0] + 0.3f * result.ParameterGradient[1]), Is.EqualTo(along).Within(2e-3 * (1 + Math.Abs(along))));
    }

    [Test]
    public void Initial_scale_zero_is_the_identity()
    {
        using IFlow flow = new PlanarFlow(new() { Length = 5, InitialScale = 0 }, new FlowShape(3, 1), _device.Accelerator);
        var harness = new FlowHarness(_device.Accelerator, flow, 3, 1, SampleTiles.Contiguous(2, 2), false)
        {
            Parameters = FlowHarness.DrawParameters(flow, [1], 2, false, 0),
        };
        float[] z = [1, 2, 3, 4, 5, 6];
        Assert.That(harness.Forward(z).State, Is.EqualTo(z).Within(1e-5f));
    }

    [Test]
    public void Initial_scale_one_has_the_documented_ranges()
    {
        const int length = 500;
        using IFlow flow = new PlanarFlow(new() { Length = length }, new FlowShape(2, 1), _device.Accelerator);
        float[] parameters = FlowHarness.DrawParameters(flow, [1], 1, false, 0);
        float[][] layers = [.. parameters.Chunk(5)];
        Assert.That(layers.SelectMany(x => x[..2]).Max(Math.Abs), Is.InRange(0.95f, 1f));
        Assert.That(layers.SelectMany(x => x[2..4]).Max(Math.Abs), Is.InRange(1.35f, 1.4143f));
        Assert.That(layers.Select(x => x[4]), Is.All.Zero);
    }

    [Test]
    public void Initial_scale_scales_the_shifts()
    {
        double[][] one = InitialShifts(1);
        double[][] three = InitialShifts(3);
        int scaled = one.Zip(three).Count(pair => pair.First.Zip(pair.Second, (a, b) => Math.Abs(b - 3 * a)).Max() < 1e-3 * (1 + pair.First.Max(Math.Abs)));
        Assert.That(scaled, Is.GreaterThan(50));
    }

    private double[][] InitialShifts(double scale)
    {
        using IFlow flow = new PlanarFlow(new() { Length = 100, InitialScale = scale }, new FlowShape(2, 1), _device.Accelerator);
        float[] parameters = FlowHarness.DrawParameters(flow, [1], 1, false, 0);
        return [.. parameters.Chunk(5).Select(x => ReferencePlanar.ConstrainedShift([x[0], x[1]], [x[2], x[3]]))];
    }

    private static void AssertFiniteAndInvertible(FlowHarness harness, float[] z)
    {
        ForwardResult forward = harness.Forward(z);
        ForwardResult inverse = harness.Inverse(z);
        float[] perLogDet = [.. Enumerable.Repeat(1f, harness.Batch)];
        float[][] results =
        [
            forward.State, forward.LogDet, inverse.State, inverse.LogDet, harness.Backward(forward, z, perLogDet).Gradient,
            harness.Backward(forward, z, perLogDet).ParameterGradient, harness.InverseBackward(inverse.State, z, perLogDet).State,
        ];
        foreach (float[] values in results)
            Assert.That(values, Has.All.Matches<float>(float.IsFinite));
        double scale = 1 + inverse.State.Concat(z).Max(MathF.Abs);
        Assert.That(harness.Forward(inverse.State).State, Is.EqualTo(z).Within(1e-6 * scale * (1 + Steepness(harness.ParametersOf(0, 0)))));
    }

    /// <summary>|w| |u_hat|, by which a layer can blow up the rounding of z.</summary>
    private static double Steepness(double[] parameters)
    {
        double[] w = parameters[..2];
        return Math.Sqrt(w.Sum(x => x * x) * ReferencePlanar.ConstrainedShift(w, parameters[2..4]).Sum(x => x * x));
    }

    private FlowHarness One(int dimension, float[] parameters, int batch) =>
        new(
            _device.Accelerator, new PlanarFlow(new() { Length = 1 }, new FlowShape(dimension, 1), _device.Accelerator), dimension, 1,
            SampleTiles.Contiguous(batch, batch), false)
        {
            Parameters = parameters,
        };
}
