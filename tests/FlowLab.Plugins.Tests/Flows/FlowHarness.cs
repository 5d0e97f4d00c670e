using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Runs the passes of a flow on arrays. Tape, scratch and gradients start as NaN, so that reading before writing shows.</summary>
internal sealed class FlowHarness(Accelerator accelerator, IFlow flow, int dimension, int seeds, SampleTiles tiles, bool isAmortized)
{
    public Accelerator Accelerator => accelerator;

    public IFlow Flow => flow;

    public int Dimension => dimension;

    public int Seeds => seeds;

    public int Batch => tiles.Batch;

    public int Layers { get; init; } = flow.Length;

    /// <summary>[R, P] or, amortized, [R, P, B].</summary>
    public required float[] Parameters { get; init; }

    /// <summary>The initial parameters of a flow, made generic by a little noise; amortized ones differ from sample to sample.</summary>
    public static float[] DrawParameters(IFlow flow, IReadOnlyList<int> seedNumbers, int batch, bool isAmortized, double noise)
    {
        var initial = new float[seedNumbers.Count * flow.ParameterCount];
        var seeds = new FlowSeeds(seedNumbers, 0);
        flow.Initialize(seeds, initial);
        int copies = isAmortized ? batch : 1;
        var parameters = new float[initial.Length * copies];
        for (int position = 0; position < seedNumbers.Count; position++)
        {
            RandomStream random = seeds.Stream(position, RandomPurpose.TrainingNoise);
            for (int i = position * flow.ParameterCount * copies; i < (position + 1) * flow.ParameterCount * copies; i++)
                parameters[i] = initial[i / copies] + (float)(noise * random.NextNormal());
        }
        return parameters;
    }

    public ForwardResult Forward(float[] z)
    {
        using var state = accelerator.Allocate1D(z);
        using var logDet = accelerator.Allocate1D(new float[seeds * Batch]);
        using var tape = Unset(flow.TapeLength);
        using var scratch = Unset(flow.ScratchLength);
        using var parameters = accelerator.Allocate1D(Parameters);
        flow.Forward(new FlowForward(
            BatchOf(parameters.View), View(state.View, dimension), logDet.View, View(tape.View, flow.TapeLength),
            View(scratch.View, flow.ScratchLength)));
        accelerator.Synchronize();
        return new ForwardResult(state.GetAsArray1D(), logDet.GetAsArray1D(), tape.GetAsArray1D());
    }

    public ForwardResult Inverse(float[] z, int firstLayer = 0)
    {
        using var state = accelerator.Allocate1D(z);
        using var logDet = accelerator.Allocate1D(new float[seeds * Batch]);
        using var scratch = Unset(flow.ScratchLength);
        using var parameters = accelerator.Allocate1D(Parameters);
        flow.Inverse(new FlowInverse(
            BatchOf(parameters.View), View(state.View, dimension), logDet.View, View(scratch.View, flow.ScratchLength), firstLayer));
        accelerator.Synchronize();
        return new ForwardResult(state.GetAsArray1D(), logDet.GetAsArray1D(), []);
    }

    public BackwardResult Backward(ForwardResult forward, float[] stateGradient, float[] logDetGradient)
    {
        using var state = accelerator.Allocate1D(forward.State);
        using var gradient = accelerator.Allocate1D(stateGradient);
        using var perLogDet = accelerator.Allocate1D(logDetGradient);
        using var tape = accelerator.Allocate1D(forward.Tape);
        using var scratch = Unset(flow.ScratchLength);
        using var parameters = accelerator.Allocate1D(Parameters);
        using var parameterGradient = UnsetParameterGradient();
        flow.Backward(new FlowBackward(
            BatchOf(parameters.View), View(state.View, dimension), View(gradient.View, dimension), perLogDet.View,
            GradientView(parameterGradient.View), View(tape.View, flow.TapeLength), View(scratch.View, flow.ScratchLength)));
        accelerator.Synchronize();
        return new BackwardResult(state.GetAsArray1D(), gradient.GetAsArray1D(), parameterGradient.GetAsArray1D());
    }

    public BackwardResult InverseBackward(float[] z0, float[] stateGradient, float[] logDetGradient)
    {
        using var state = accelerator.Allocate1D(z0);
        using var gradient = accelerator.Allocate1D(stateGradient);
        using var perLogDet = accelerator.Allocate1D(logDetGradient);
        using var scratch = Unset(flow.ScratchLength);
        using var parameters = accelerator.Allocate1D(Parameters);
        using var parameterGradient = UnsetParameterGradient();
        flow.InverseBackward(new FlowInverseBackward(
            BatchOf(parameters.View), View(state.View, dimension), View(gradient.View, dimension), perLogDet.View,
            GradientView(parameterGradient.View), View(scratch.View, flow.ScratchLength)));
        accelerator.Synchronize();
        return new BackwardResult(state.GetAsArray1D(), gradient.GetAsArray1D(), parameterGradient.GetAsArray1D());
    }

    /// <summary>The parameters of one sample, in double precision.</summary>
    public double[] ParametersOf(int seed, int sample) =>
    [
        .. Enumerable.Range(0, flow.ParameterCount).Select(p => (double)(isAmortized
            ? Parameters[(seed * flow.ParameterCount + p) * Batch + sample]
            : Parameters[seed * flow.ParameterCount + p])),
    ];

    /// <summary>One sample of an array [R, D, B], in double precision.</summary>
    public double[] SampleOf(float[] values, int seed, int sample) =>
        [.. Enumerable.Range(0, dimension).Select(d => (double)values[(seed * dimension + d) * Batch + sample])];

    private FlowBatch BatchOf(ArrayView<float> parameters) => new(
        seeds, tiles, Layers,
        isAmortized ? ParameterView.PerTile(parameters, flow.ParameterCount, 0, Batch) : ParameterView.Global(parameters, flow.ParameterCount, 0));

    private SampleView View(ArrayView<float> values, int features) => new(values, features, Batch);

    private ParameterView GradientView(ArrayView<float> values) => ParameterView.PerTile(values, flow.ParameterCount, 0, tiles.Tiles);

    private MemoryBuffer1D<float, Stride1D.Dense> Unset(int rows) => accelerator.Allocate1D(NotANumber(Math.Max(1, rows) * seeds * Batch));

    private MemoryBuffer1D<float, Stride1D.Dense> UnsetParameterGradient() =>
        accelerator.Allocate1D(NotANumber(seeds * flow.ParameterCount * tiles.Tiles));

    private static float[] NotANumber(int length)
    {
        var values = new float[length];
        Array.Fill(values, float.NaN);
        return values;
    }
}

/// <summary>What a forward or inverse pass returned.</summary>
internal sealed record ForwardResult(float[] State, float[] LogDet, float[] Tape);

/// <summary>What a backward pass returned; the parameter gradient is [R, P, tiles].</summary>
internal sealed record BackwardResult(float[] State, float[] Gradient, float[] ParameterGradient);
