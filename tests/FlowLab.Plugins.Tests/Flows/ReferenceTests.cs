using FlowLab.Flows;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>
/// Every flow of the catalogue, in every shape, against its float64 reference; what holds without a reference is in <see cref="CatalogueLawTests"/>.
/// </summary>
[TestFixture]
internal sealed class ReferenceTests : IDisposable
{
    private const double StateTolerance = 3e-5;
    private const double LogDetTolerance = 1e-4;

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
