using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Networks on matrix products against a perceptron in double precision, one sample at a time.</summary>
internal sealed class DeepNetworkTests
{
    // Sums of at most 37 products of three layers: some roundings of 6e-8 of the greatest value.
    private const double Tolerance = 3e-6;

    private static IEnumerable<NetworkSettings> Settings =>
        from depth in new[] { 0, 1, 2, 3 }
        from activation in Enum.GetValues<Activation>()
        from window in activation == Activation.Maxout ? new[] { 2, 3, 4 } : [4]
        where depth > 0 || activation == Activation.Tanh
        select new NetworkSettings { Hidden = 6, Depth = depth, Activation = activation, Window = window };

    private static IEnumerable<TestCaseData> Cases => Settings.Select(settings => new TestCaseData(settings).SetArgDisplayNames(NameOf(settings)));

    [TestCaseSource(nameof(Cases))]
    public void Outputs_and_gradients_are_those_of_a_perceptron(NetworkSettings settings)
    {
        using LatentDevice device = new();
        double worst = new NetworkRun(device, settings, 1, 2, 5).WorstError(3);
        TestContext.Out.WriteLine($"worst error: {worst:0.0e0} of the greatest value");
        Assert.That(worst, Is.LessThan(Tolerance));
    }

    [TestCaseSource(nameof(Cases))]
    public void Threads_and_packed_seeds_give_the_same_bits_and_another_accelerator_the_same_numbers(NetworkSettings settings)
    {
        using LatentDevice one = new(threads: 1), two = new();
        int[] alone = new NetworkRun(one, settings, 7).BitsOf(0, 1);
        Assert.Multiple(() =>
        {
            Assert.That(new NetworkRun(two, settings, 7).BitsOf(0, 1), Is.EqualTo(alone), "two threads");
            Assert.That(new NetworkRun(two, settings, 3, 7, 11).BitsOf(1, 3), Is.EqualTo(alone), "packed");
        });
        if (settings.Depth > 1 && !LongTests.AreOn)
            return;
        using LatentDevice emulation = new(KernelDevice.IlgpuCpu);
        Assert.That(new NetworkRun(emulation, settings, 7).WorstError(1), Is.LessThan(Tolerance), "ILGPU's own CPU accelerator, which is slow: deep ones with long tests");
    }

    [TestCase(Activation.Maxout, 1)]
    [TestCase(Activation.Tanh, 1)]
    [TestCase(Activation.Relu, 2)]
    [TestCase(Activation.Elu, 2)]
    public void Initial_weights_have_the_documented_variance_and_biases_are_zero(Activation activation, double squaredGain)
    {
        using LatentDevice device = new();
        INetwork network = device.Networks.CreateNetwork(new NetworkSettings { Hidden = 100, Depth = 2, Activation = activation }, 150, 60);
        float[] parameters = new float[network.ParameterCount];
        network.Initialize(new RandomStream(5, RandomPurpose.NetworkInitialization), parameters);
        foreach (Flows.ParameterBlock block in network.Blocks)
        {
            float[] values = parameters[block.Offset..(block.Offset + block.Length)];
            if (block.Name.EndsWith("bias", StringComparison.Ordinal))
            {
                Assert.That(values, Is.All.Zero, block.Name);
                continue;
            }
            double variance = (block.Name == "output.weight" ? 1 : squaredGain) / block.Shape[1];
            // Five standard errors of the mean and of the variance of so many normal numbers.
            Assert.That(values.Average(), Is.EqualTo(0).Within(5 * Math.Sqrt(variance / values.Length)), block.Name);
            Assert.That(values.Average(x => (double)x * x), Is.EqualTo(variance).Within(5 * variance * Math.Sqrt(2.0 / values.Length)), block.Name);
        }
    }

    [Test]
    public void Parameters_are_named_and_shaped_layer_by_layer()
    {
        using LatentDevice device = new();
        INetwork maxout = device.Networks.CreateNetwork(new NetworkSettings { Hidden = 6, Depth = 2, Window = 4 }, 5, 3);
        INetwork tanh = device.Networks.CreateNetwork(new NetworkSettings { Hidden = 6, Depth = 1, Activation = Activation.Tanh }, 5, 3);
        INetwork linear = device.Networks.CreateNetwork(new NetworkSettings { Depth = 0 }, 5, 3);
        Assert.Multiple(() =>
        {
            Assert.That(Describe(maxout), Is.EqualTo("hidden1.weight[24,5] hidden1.bias[24] hidden2.weight[24,6] hidden2.bias[24] output.weight[3,6] output.bias[3]"));
            Assert.That(Describe(tanh), Is.EqualTo("hidden1.weight[6,5] hidden1.bias[6] output.weight[3,6] output.bias[3]"));
            Assert.That(Describe(linear), Is.EqualTo("output.weight[3,5] output.bias[3]"));
            foreach (INetwork network in new[] { maxout, tanh, linear })
            {
                int end = 0;
                foreach (Flows.ParameterBlock block in network.Blocks)
                {
                    Assert.That(block.Offset, Is.EqualTo(end), block.Name);
                    Assert.That(block.Shape.Aggregate(1, (product, axis) => product * axis), Is.EqualTo(block.Length), block.Name);
                    end += block.Length;
                }
                Assert.That(end, Is.EqualTo(network.ParameterCount));
            }
        });
    }

    private static string Describe(INetwork network) => string.Join(' ', network.Blocks.Select(block => $"{block.Name}[{string.Join(',', block.Shape)}]"));

    private static string NameOf(NetworkSettings settings) =>
        $"{settings.Activation}{(settings.Activation == Activation.Maxout ? settings.Window : "")} x {settings.Depth}";
}
