using FlowLab.Engine.Networks;
using FlowLab.Kernels;
using FlowLab.Networks;
using FlowLab.Plugins.Tests.Flows;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>
/// One forward and one backward pass of a network on arrays, its parameters in the middle of wider rows. What a seed is given depends on
/// its number alone; what a pass has to assign starts as NaN.
/// </summary>
internal sealed class NetworkRun
{
    private const int Inputs = 5, Outputs = 3, Batch = 37, First = 3, Margin = 8;

    private readonly NetworkSettings _settings;
    private readonly int _count;
    private readonly float[] _parameters, _input, _outputGradient;

    public NetworkRun(LatentDevice device, NetworkSettings settings, params int[] seeds)
    {
        _settings = settings;
        INetwork network = device.Networks.CreateNetwork(settings, Inputs, Outputs);
        _count = network.ParameterCount;
        int stride = _count + Margin;
        _parameters = Draw(seeds, stride, 0, 0.6);
        _input = Draw(seeds, Inputs * Batch, 1, 1);
        _outputGradient = Draw(seeds, Outputs * Batch, 2, 1);
        using var parameters = device.Accelerator.Allocate1D(_parameters);
        using var gradients = device.Accelerator.Allocate1D(Unset(_parameters.Length));
        using var input = device.Accelerator.Allocate1D(_input);
        using var output = device.Accelerator.Allocate1D(Unset(_outputGradient.Length));
        using var outputGradient = device.Accelerator.Allocate1D(_outputGradient);
        using var inputGradient = device.Accelerator.Allocate1D(Unset(_input.Length));
        using var tape = device.Accelerator.Allocate1D(Unset(Math.Max(1, seeds.Length * network.TapeLength * Batch)));
        using var scratch = device.Accelerator.Allocate1D(Unset(Math.Max(1, seeds.Length * network.ScratchLength * Batch)));
        SeedParameters own = new(parameters.View, stride, First);
        SampleView tapeView = new(tape.View, network.TapeLength, Batch);
        network.Forward(new NetworkForward(seeds.Length, own, Rows(input.View, Inputs), Rows(output.View, Outputs), tapeView));
        network.Backward(new NetworkBackward(
            seeds.Length, own, own with { Values = gradients.View }, Rows(input.View, Inputs), Rows(outputGradient.View, Outputs),
            Rows(inputGradient.View, Inputs), tapeView, new SampleView(scratch.View, network.ScratchLength, Batch)));
        device.Accelerator.Synchronize();
        Output = output.GetAsArray1D();
        Gradients = gradients.GetAsArray1D();
        InputGradient = inputGradient.GetAsArray1D();
    }

    /// <summary>[R, outputs, B].</summary>
    public float[] Output { get; }

    /// <summary>[R, stride], NaN outside of the network's own.</summary>
    public float[] Gradients { get; }

    /// <summary>[R, inputs, B].</summary>
    public float[] InputGradient { get; }

    /// <summary>All results of the seed at a position, as bits.</summary>
    public int[] BitsOf(int position, int seeds) =>
    [
        .. new[] { Output, Gradients, InputGradient }
            .SelectMany(values => values.Chunk(values.Length / seeds).ElementAt(position)).Select(BitConverter.SingleToInt32Bits),
    ];

    /// <summary>The greatest error of outputs, of gradients and of gradients of inputs, each relative to the greatest value of its kind.</summary>
    public double WorstError(int seeds)
    {
        int stride = _count + Margin;
        double worst = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            ReferenceMlp reference = new(_settings, Inputs, Outputs);
            double[] parameters = [.. _parameters.AsSpan(seed * stride + First, _count).ToArray()];
            double[] input = [.. _input.AsSpan(seed * Inputs * Batch, Inputs * Batch).ToArray()];
            double[] open = [.. _outputGradient.AsSpan(seed * Outputs * Batch, Outputs * Batch).ToArray()];
            worst = Math.Max(worst, Error(Forward(reference, input, parameters), Output.AsSpan(seed * Outputs * Batch, Outputs * Batch)));
            Assert.That(reference.LeastMargin, Is.GreaterThan(1e-5), "the inputs are away from the bends of the network");
            double[] slopes = Slopes(parameters, at => Loss(Forward(reference, input, at), open));
            worst = Math.Max(worst, Error(slopes, Gradients.AsSpan(seed * stride + First, _count)));
            Assert.That(Gradients[seed * stride + First - 1], Is.NaN, "nothing is written in front of the network's gradients");
            Assert.That(Gradients[seed * stride + First + _count], Is.NaN, "nothing is written behind them");
            slopes = Slopes(input, at => Loss(Forward(reference, at, parameters), open));
            worst = Math.Max(worst, Error(slopes, InputGradient.AsSpan(seed * Inputs * Batch, Inputs * Batch)));
        }
        return worst;
    }

    private static SampleRows Rows(ArrayView<float> values, int features) => SampleRows.All(new SampleView(values, features, Batch));

    private static double[] Forward(ReferenceMlp reference, double[] input, double[] parameters)
    {
        double[] output = new double[Outputs * Batch];
        for (int sample = 0; sample < Batch; sample++)
        {
            double[] y = reference.Evaluate([.. Enumerable.Range(0, Inputs).Select(i => input[i * Batch + sample])], parameters);
            for (int i = 0; i < Outputs; i++)
                output[i * Batch + sample] = y[i];
        }
        return output;
    }

    private static double Loss(double[] output, double[] open) => output.Zip(open, (y, g) => y * g).Sum();

    private static double[] Slopes(double[] at, Func<double[], double> function)
    {
        const double step = 1e-6;
        double[] slopes = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double center = at[i];
            at[i] = center + step;
            double above = function(at);
            at[i] = center - step;
            slopes[i] = (above - function(at)) / (2 * step);
            at[i] = center;
        }
        return slopes;
    }

    private static double Error(double[] expected, ReadOnlySpan<float> actual)
    {
        double greatest = expected.Max(Math.Abs), worst = 0;
        for (int i = 0; i < expected.Length; i++)
            worst = Math.Max(worst, Math.Abs(actual[i] - expected[i]) / greatest);
        return double.IsNaN(actual.ToArray().Sum()) ? double.NaN : worst;
    }

    private static float[] Draw(int[] seeds, int count, int stream, double deviation) =>
    [
        .. seeds.SelectMany(seed =>
        {
            RandomStream random = new(seed, RandomPurpose.TestData, stream);
            return Enumerable.Range(0, count).Select(_ => (float)(deviation * random.NextNormal()));
        }),
    ];

    private static float[] Unset(int length)
    {
        float[] values = new float[length];
        Array.Fill(values, float.NaN);
        return values;
    }
}
