using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>What the engine relies on beyond the laws: single launches, any number of threads, segments that start differently.</summary>
[TestFixture]
internal sealed class FlowContract
{
    private const int Dimension = 3;
    private const int Length = 3;
    private const int Batch = 50;

    private static readonly int[] Together = [3, 7, 11];

    private static IEnumerable<FlowCase> Flows => FlowCatalogue.Flows;

    [TestCaseSource(nameof(Flows))]
    public void A_seed_computes_the_same_bits_alone_in_another_order_and_on_one_thread(FlowCase flowCase)
    {
        float[][] alone = Run(flowCase, [7], 0, 2);
        Assert.That(Run(flowCase, Together, 1, 2), Is.EqualTo(alone));
        Assert.That(Run(flowCase, [7, 3, 11, 5], 0, 2), Is.EqualTo(alone));
        Assert.That(Run(flowCase, Together, 1, 1), Is.EqualTo(alone));
    }

    [TestCaseSource(nameof(Flows))]
    public void Every_pass_is_one_launch(FlowCase flowCase)
    {
        using var device = new TestDevice(1);
        using IFlow flow = flowCase.Create(new FlowShape(Dimension, Together.Length), Length, device.Accelerator);
        FlowHarness harness = Harness(device, flow, Together);
        var launches = LaunchCounter.Attach(device.Accelerator);
        float[] z = Draw(Together, Dimension);
        ForwardResult forward = harness.Forward(z);
        Assert.That(launches.Take(), Is.EqualTo(1), "forward");
        harness.Inverse(forward.State);
        Assert.That(launches.Take(), Is.EqualTo(1), "inverse");
        harness.Backward(forward, z, Draw(Together, 1));
        Assert.That(launches.Take(), Is.EqualTo(1), "backward");
        harness.InverseBackward(z, z, Draw(Together, 1));
        Assert.That(launches.Take(), Is.EqualTo(1), "inverse backward");
    }

    [TestCaseSource(nameof(Flows))]
    public void Segments_of_one_chain_start_differently(FlowCase flowCase)
    {
        using var device = new TestDevice(1);
        using IFlow flow = flowCase.Create(new FlowShape(Dimension, 1), Length, device.Accelerator);
        var (first, second) = (new float[flow.ParameterCount], new float[flow.ParameterCount]);
        flow.Initialize(new FlowSeeds([3], 0), first);
        flow.Initialize(new FlowSeeds([3], 1), second);
        Assert.That(second, Is.Not.EqualTo(first));
        flow.Initialize(new FlowSeeds([3], 0), second);
        Assert.That(second, Is.EqualTo(first));
    }

    /// <summary>All results of the seed at one position.</summary>
    private static float[][] Run(FlowCase flowCase, int[] seedNumbers, int position, int threads)
    {
        using var device = new TestDevice(threads);
        using IFlow flow = flowCase.Create(new FlowShape(Dimension, seedNumbers.Length), Length, device.Accelerator);
        FlowHarness harness = Harness(device, flow, seedNumbers);
        float[] z = Draw(seedNumbers, Dimension);
        float[] perLogDet = Draw(seedNumbers, 1);
        ForwardResult forward = harness.Forward(z);
        ForwardResult inverse = harness.Inverse(forward.State);
        BackwardResult backward = harness.Backward(forward, z, perLogDet);
        BackwardResult inverseBackward = harness.InverseBackward(z, z, perLogDet);
        float[][] results =
        [
            forward.State, forward.LogDet, inverse.State, inverse.LogDet, backward.Gradient, backward.ParameterGradient,
            inverseBackward.Gradient, inverseBackward.ParameterGradient,
        ];
        return [.. results.Select(values => values.Chunk(values.Length / seedNumbers.Length).ElementAt(position))];
    }

    private static FlowHarness Harness(TestDevice device, IFlow flow, int[] seedNumbers) =>
        new(device.Accelerator, flow, Dimension, seedNumbers.Length, SampleTiles.Contiguous(Batch, 8), false)
        {
            Parameters = FlowHarness.DrawParameters(flow, seedNumbers, Batch, false, 0.2),
        };

    private static float[] Draw(int[] seedNumbers, int features) =>
    [
        .. seedNumbers.SelectMany(seed =>
        {
            var random = new RandomStream(seed, RandomPurpose.TestData, features);
            return Enumerable.Range(0, features * Batch).Select(_ => (float)random.NextNormal());
        }),
    ];
}
