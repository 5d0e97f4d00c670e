using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>
/// A base density followed by segments of flows: q(zK) in both directions. The parameters of a seed are those of the base, then those of
/// the segments in order. The chain owns the flows.
/// </summary>
public sealed class FlowChain : IDisposable
{
    private readonly int _seeds;

    /// <param name="dimension">Dimension D of z.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="baseDensity">The density q0.</param>
    /// <param name="flows">The segments with their names, first one first.</param>
    public FlowChain(int dimension, int seeds, IBaseDensity baseDensity, IReadOnlyList<(string Name, IFlow Flow)> flows)
    {
        Dimension = dimension;
        _seeds = seeds;
        Base = baseDensity;
        int next = baseDensity.ParameterCount;
        List<FlowSegment> segments = [];
        foreach ((string name, IFlow flow) in flows)
        {
            segments.Add(new FlowSegment(name, flow, next));
            next += flow.ParameterCount;
        }
        Segments = segments;
        ParameterCount = next;
    }

    /// <summary>Dimension D of z.</summary>
    public int Dimension { get; }

    /// <summary>The density q0.</summary>
    public IBaseDensity Base { get; }

    /// <summary>The flows in order.</summary>
    public IReadOnlyList<FlowSegment> Segments { get; }

    /// <summary>Parameters per seed, P.</summary>
    public int ParameterCount { get; }

    /// <summary>Initial parameters of all seeds, [R, P]; also draws the constants of every flow.</summary>
    public float[] Initialize(IReadOnlyList<int> seeds)
    {
        float[] parameters = new float[seeds.Count * ParameterCount];
        Base.Initialize(parameters, Math.Max(1, ParameterCount));
        for (int i = 0; i < Segments.Count; i++)
        {
            FlowSegment segment = Segments[i];
            float[] own = new float[seeds.Count * segment.Flow.ParameterCount];
            segment.Flow.Initialize(new FlowSeeds(seeds, i), own);
            for (int seed = 0; seed < seeds.Count; seed++)
            {
                own.AsSpan(seed * segment.Flow.ParameterCount, segment.Flow.ParameterCount)
                    .CopyTo(parameters.AsSpan(seed * ParameterCount + segment.FirstParameter));
            }
        }
        return parameters;
    }

    /// <summary>Draws z0 and takes it through the chain: zK, ln q0(z0) and the sum of log-dets.</summary>
    public void Sample(FlowWorkspace work, ArrayView<float> parameters, NoiseKey key, ArrayView<int> seeds)
    {
        Base.Sample(BaseOf(work, parameters), key, seeds, work.State, work.LogBase.Values, work.LogDet.Values);
        for (int i = 0; i < Segments.Count; i++)
            ForwardSegment(work, parameters, i, Segments[i].Flow.Length);
    }

    /// <summary>Takes the state through the first <paramref name="layers"/> layers of segment <paramref name="i"/>.</summary>
    public void ForwardSegment(FlowWorkspace work, ArrayView<float> parameters, int i, int layers) =>
        Segments[i].Flow.Forward(new FlowForward(
            BatchOf(work, parameters, i, layers), work.State, work.LogDet.Values, work.Tapes[i], work.Scratch));

    /// <summary>
    /// The gradients of the free energy, given dL/dzK in <see cref="FlowWorkspace.Gradient"/> and dL/dlog-det; -1/B per sample of ln q0 is the
    /// base's own part.
    /// </summary>
    /// <param name="work">As <see cref="Sample"/> left it.</param>
    /// <param name="parameters">[R, P].</param>
    /// <param name="gradients">[R, P, tiles]: partial sums are assigned.</param>
    public void Backward(FlowWorkspace work, ArrayView<float> parameters, ArrayView<float> gradients)
    {
        for (int i = Segments.Count - 1; i >= 0; i--)
        {
            Segments[i].Flow.Backward(new FlowBackward(
                BatchOf(work, parameters, i, Segments[i].Flow.Length), work.State, work.Gradient, work.LogDetGradient.Values,
                GradientOf(work, gradients, Segments[i].FirstParameter), work.Tapes[i], work.Scratch));
        }
        Base.Backward(
            BaseOf(work, parameters), 1f / work.Batch, work.State, work.Gradient, GradientOf(work, gradients, 0));
    }

    /// <summary>Takes zK in the state back to z0: ln q0(z0) and the sum of the forward log-dets, so that ln q(zK) is their difference.</summary>
    public void Inverse(FlowWorkspace work, ArrayView<float> parameters)
    {
        work.LogDet.Values.SubView(0, _seeds * work.Batch).MemSetToZero();
        for (int i = Segments.Count - 1; i >= 0; i--)
        {
            Segments[i].Flow.Inverse(new FlowInverse(
                BatchOf(work, parameters, i, Segments[i].Flow.Length), work.State, work.LogDet.Values, work.Scratch));
        }
        Base.LogDensity(BaseOf(work, parameters), work.State, work.LogBase.Values);
    }

    /// <summary>The gradients of the mean negative log-likelihood, after <see cref="Inverse"/>.</summary>
    public void LikelihoodBackward(FlowWorkspace work, ArrayView<float> parameters, ArrayView<float> gradients)
    {
        Base.LikelihoodBackward(
            BaseOf(work, parameters), 1f / work.Batch, work.State, work.Gradient, GradientOf(work, gradients, 0));
        for (int i = 0; i < Segments.Count; i++)
        {
            Segments[i].Flow.InverseBackward(new FlowInverseBackward(
                BatchOf(work, parameters, i, Segments[i].Flow.Length), work.State, work.Gradient, work.LogDetGradient.Values,
                GradientOf(work, gradients, Segments[i].FirstParameter), work.Scratch));
        }
    }

    /// <summary>The name of parameter <paramref name="parameter"/>: segment, layer and block.</summary>
    public string NameOf(int parameter)
    {
        if (parameter < Base.ParameterCount)
            return $"base {Base.BlockNames[parameter * Base.BlockNames.Count / Base.ParameterCount]}";
        int i = Segments.Count - 1;
        while (Segments[i].FirstParameter > parameter)
            i--;
        ParameterBlock block = Segments[i].Flow.Blocks.Last(block => block.Offset <= parameter - Segments[i].FirstParameter);
        return $"flow[{i}] ({Segments[i].Name}) layer {block.Layer}, {block.Name}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FlowSegment segment in Segments)
            segment.Flow.Dispose();
    }

    private BaseBatch BaseOf(FlowWorkspace work, ArrayView<float> parameters) =>
        new(_seeds, work.Tiles, ParameterView.Global(parameters, ParameterCount, 0));

    private FlowBatch BatchOf(FlowWorkspace work, ArrayView<float> parameters, int i, int layers) =>
        new(_seeds, work.Tiles, layers, ParameterView.Global(parameters, ParameterCount, Segments[i].FirstParameter));

    private ParameterView GradientOf(FlowWorkspace work, ArrayView<float> gradients, int first) =>
        ParameterView.PerTile(gradients, ParameterCount, first, work.Tiles.Tiles);
}
