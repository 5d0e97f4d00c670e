using System.Diagnostics;
using FlowLab.Engine.Networks;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>How long a forward and a backward pass take on the CPU; run on demand.</summary>
[TestFixture, Explicit("Measures times and judges nothing.")]
internal sealed class FlowTimings
{
    private const int Length = 32;
    private const int Dimension = 2;
    private const int Batch = 1000;
    private const int Repeats = 300;

    [Test]
    public void Planar([Values(1, 2)] int threads, [Values(32, 63, 125, 250, 500)] int tile) =>
        Measure(threads, tile, device => new PlanarFlow(new() { Length = Length }, new FlowShape(Dimension, 1), device.Accelerator));

    [Test]
    public void Nice([Values(1, 2)] int threads, [Values(32, 63, 125, 250, 500)] int tile) =>
        Measure(threads, tile, device => new NiceFlow(
            new() { Length = Length, Network = new() { Hidden = 16 } }, new FlowShape(Dimension, 1), device.Accelerator, new NetworkFactory()));

    private static void Measure(int threads, int samplesPerTile, Func<TestDevice, IFlow> create)
    {
        using var device = new TestDevice(threads);
        using IFlow flow = create(device);
        var tiles = SampleTiles.Contiguous(Batch, samplesPerTile);
        var initial = new float[flow.ParameterCount];
        flow.Initialize(new FlowSeeds([1], 0), initial);
        Accelerator accelerator = device.Accelerator;
        using var state = accelerator.Allocate1D([.. Enumerable.Range(0, Dimension * Batch).Select(i => MathF.Sin(i))]);
        using var gradient = accelerator.Allocate1D<float>(Dimension * Batch);
        using var logDet = accelerator.Allocate1D<float>(Batch);
        using var logDetGradient = accelerator.Allocate1D<float>(Batch);
        using var tape = accelerator.Allocate1D<float>(Math.Max(1, flow.TapeLength) * Batch);
        using var scratch = accelerator.Allocate1D<float>(flow.ScratchLength * Batch);
        using var parameters = accelerator.Allocate1D(initial);
        using var parameterGradient = accelerator.Allocate1D<float>(flow.ParameterCount * tiles.Tiles);
        var batch = new FlowBatch(1, tiles, Length, ParameterView.Global(parameters.View, flow.ParameterCount, 0));
        var forward = new FlowForward(
            batch, View(state.View, Dimension), logDet.View, View(tape.View, flow.TapeLength), View(scratch.View, flow.ScratchLength));
        var backward = new FlowBackward(
            batch, forward.State, View(gradient.View, Dimension), logDetGradient.View,
            ParameterView.PerTile(parameterGradient.View, flow.ParameterCount, 0, tiles.Tiles), forward.Tape, forward.Scratch);
        double[] forwards = Times(() => flow.Forward(forward), () => flow.Backward(backward), out double[] backwards);
        TestContext.Out.WriteLine(
            $"{flow.GetType().Name} threads {threads} tile {samplesPerTile}: forward {forwards[Repeats / 2]:F3} ms, "
            + $"backward {backwards[Repeats / 2]:F3} ms, both {forwards[Repeats / 2] + backwards[Repeats / 2]:F3} ms (medians of {Repeats}), least {forwards[0] + backwards[0]:F3} ms");
    }

    /// <summary>Sorted times in milliseconds of the two passes, run in turn.</summary>
    private static double[] Times(Action forward, Action backward, out double[] backwards)
    {
        var forwards = new double[Repeats];
        backwards = new double[Repeats];
        for (int i = -Repeats; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            forward();
            long middle = Stopwatch.GetTimestamp();
            backward();
            if (i < 0)
                continue;
            forwards[i] = Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds;
            backwards[i] = Stopwatch.GetElapsedTime(middle).TotalMilliseconds;
        }
        Array.Sort(forwards);
        Array.Sort(backwards);
        return forwards;
    }

    private static SampleView View(ArrayView<float> values, int features) => new(values, features, Batch);
}
