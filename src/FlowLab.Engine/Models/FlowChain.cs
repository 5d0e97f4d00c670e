using FlowLab.Energies;
using FlowLab.Engine.Memory;
using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>
/// A base density followed by segments of flows: q(zK) in both directions. Parameters come in two scopes. Those that every seed has one set
/// of are, if the base is global, those of the base first, then those of the global segments in order; those that every data point has
/// are numbered likewise. The chain owns the flows.
/// </summary>
public sealed class FlowChain : IDisposable
{
    private readonly int _seeds;
    private readonly ParameterScope _baseScope;

    /// <summary>A chain with one set of parameters per seed.</summary>
    /// <param name="dimension">Dimension D of z.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="baseDensity">The density q0.</param>
    /// <param name="flows">The segments with their names, first one first.</param>
    public FlowChain(int dimension, int seeds, IBaseDensity baseDensity, IReadOnlyList<(string Name, IFlow Flow)> flows)
        : this(dimension, seeds, baseDensity, ParameterScope.Global, [.. flows.Select(flow => new ChainPart(flow.Name, flow.Flow, ParameterScope.Global))])
    {
    }

    /// <param name="dimension">Dimension D of z.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="baseDensity">The density q0.</param>
    /// <param name="baseScope">Whose the parameters of q0 are.</param>
    /// <param name="parts">The flows, first one first.</param>
    public FlowChain(int dimension, int seeds, IBaseDensity baseDensity, ParameterScope baseScope, IReadOnlyList<ChainPart> parts)
    {
        Dimension = dimension;
        _seeds = seeds;
        _baseScope = baseScope;
        Base = baseDensity;
        Grow(baseScope, baseDensity.ParameterCount);
        Segments = [.. parts.Select(part => new FlowSegment(
            part.Name, part.Flow, part.Scope, Grow(part.Scope, part.Flow.ParameterCount), Grow(ParameterScope.Amortised, part.Flow.ContextLength)))];
        HasContext = Segments.Any(segment => segment.Flow.ContextLength > 0);
        AuxiliaryCount = Segments.Sum(segment => segment.Flow.AuxiliaryLength);
        FollowsTarget = Segments.Any(segment => segment.Flow is ITargetFlow);
    }

    /// <summary>Dimension D of z.</summary>
    public int Dimension { get; }

    /// <summary>The density q0.</summary>
    public IBaseDensity Base { get; }

    /// <summary>The flows in order.</summary>
    public IReadOnlyList<FlowSegment> Segments { get; }

    /// <summary>Parameters per seed, P.</summary>
    public int ParameterCount { get; private set; }

    /// <summary>Parameters per data point.</summary>
    public int AmortisedCount { get; private set; }

    /// <summary>Whether a flow reads numbers of each data point beside its parameters; then every tile holds samples of one point.</summary>
    public bool HasContext { get; }

    /// <summary>Numbers per sample of the auxiliary variables of all flows.</summary>
    public int AuxiliaryCount { get; }

    /// <summary>Whether a flow has auxiliary variables; then the density of zK is not known, and what there is of it is a bound.</summary>
    public bool HasAuxiliary => AuxiliaryCount > 0;

    /// <summary>Whether a flow asks for the target.</summary>
    public bool FollowsTarget { get; }

    /// <summary>The energy that flows follow; null where there is none, or where a model has it.</summary>
    internal IEnergy? TargetEnergy { get; private set; }

    /// <summary>Initial parameters of all seeds, [R, P]; also draws the constants of every flow.</summary>
    public float[] Initialize(IReadOnlyList<int> seeds, ComponentTurns? turns = null) => Initialize(seeds, turns, out _);

    /// <summary>Initial parameters of all seeds, [R, P], and of all points of a seed, [R, <see cref="AmortisedCount"/>].</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="turns">Where the flows' turns are announced; null: nowhere.</param>
    /// <param name="amortised">[R, <see cref="AmortisedCount"/>].</param>
    public float[] Initialize(IReadOnlyList<int> seeds, ComponentTurns? turns, out float[] amortised)
    {
        float[] parameters = new float[seeds.Count * ParameterCount];
        amortised = new float[seeds.Count * AmortisedCount];
        Base.Initialize(_baseScope == ParameterScope.Global ? parameters : amortised, Math.Max(1, CountOf(_baseScope)));
        for (int i = 0; i < Segments.Count; i++)
        {
            FlowSegment segment = Segments[i];
            float[] own = new float[seeds.Count * segment.Flow.ParameterCount];
            turns?.Enter(ComponentTurns.SegmentName(i), "its Initialize");
            segment.Flow.Initialize(new FlowSeeds(seeds, i), own);
            CheckStart(i, seeds, own);
            Place(own, seeds.Count, segment.Scope == ParameterScope.Global ? parameters : amortised, segment.FirstParameter);
            float[] context = new float[seeds.Count * segment.Flow.ContextLength];
            segment.Flow.InitializeContext(new FlowSeeds(seeds, i), context);
            turns?.Leave();
            Place(context, seeds.Count, amortised, segment.FirstContext);
        }
        return parameters;
    }

    /// <summary>Says which energy flows follow that ask for the target; before any workspace is made.</summary>
    public void Aim(IEnergy energy) => TargetEnergy = energy;

    /// <summary>The parameters of a chain that has nothing but them: [R, P].</summary>
    public ChainParameters Own(ArrayView<float> parameters) => new(new SeedParameters(parameters, ParameterCount, 0), default);

    /// <summary>Draws z0 and takes it through the chain: zK, ln q0(z0) and the sum of log-dets.</summary>
    public void Sample(FlowWorkspace work, in ChainParameters parameters, NoiseKey key, ArrayView<int> seeds)
    {
        SampleBase(work, parameters, key, seeds);
        for (int i = 0; i < Segments.Count; i++)
            ForwardSegment(work, parameters, i, Segments[i].Flow.Length);
    }

    /// <summary>Draws z0 and the auxiliary variables of all segments with their log-density, and clears the sum of log-dets.</summary>
    public void SampleBase(FlowWorkspace work, in ChainParameters parameters, NoiseKey key, ArrayView<int> seeds)
    {
        Base.Sample(BaseOf(work, parameters), key, seeds, work.State, work.LogBase.Values, work.LogDet.Values);
        for (int i = 0; i < Segments.Count; i++)
        {
            if (Segments[i].Flow.AuxiliaryLength > 0)
                work.AuxiliaryLaunches!.Draw(
                    new Index2D(work.Tiles.Tiles, _seeds), work.Tiles, key, (i + 1) * AuxiliaryKernels.BlocksPerFlow, seeds, work.Auxiliaries[i],
                    work.LogBase.Values, work.LogReverse.Values);
        }
    }

    /// <summary>Takes the state through the first <paramref name="layers"/> layers of segment <paramref name="i"/>.</summary>
    public void ForwardSegment(FlowWorkspace work, in ChainParameters parameters, int i, int layers)
    {
        IFlow flow = Aimed(work, i);
        FlowForward pass = new(BatchOf(work, parameters, i, layers), work.State, work.LogDet.Values, work.Tapes[i], work.Scratch);
        work.Turns.Enter(ComponentTurns.SegmentName(i), "its forward pass");
        flow.Forward(flow.AuxiliaryLength == 0 ? pass : pass with { Auxiliary = work.Auxiliaries[i], LogReverse = work.LogReverse.Values });
        work.Turns.Leave();
        if (flow.AuxiliaryLength > 0)
            work.AuxiliaryLaunches!.TakeReverse(_seeds * work.Batch, work.LogBase.Values, work.LogReverse.Values);
    }

    /// <summary>
    /// The gradients of the free energy, given dL/dzK in <see cref="FlowWorkspace.Gradient"/> and dL/dlog-det; ln q0 is the base's own part.
    /// </summary>
    /// <param name="work">As <see cref="Sample"/> left it.</param>
    /// <param name="parameters">As in <see cref="Sample"/>.</param>
    /// <param name="gradients">Assigned.</param>
    /// <param name="weight">dL/d ln q0(z0) of every sample; 1/B for the mean.</param>
    public void Backward(FlowWorkspace work, in ChainParameters parameters, in ChainGradients gradients, float weight)
    {
        for (int i = Segments.Count - 1; i >= 0; i--)
        {
            FlowSegment segment = Segments[i];
            IFlow flow = Aimed(work, i);
            FlowBackward pass = new(
                BatchOf(work, parameters, i, segment.Flow.Length), work.State, work.Gradient, work.LogDetGradient.Values,
                gradients.At(segment.Scope, segment.FirstParameter), work.Tapes[i], work.Scratch)
            {
                ContextGradient = segment.Flow.ContextLength == 0
                    ? gradients.At(segment.Scope, segment.FirstParameter)
                    : gradients.At(ParameterScope.Amortised, segment.FirstContext),
            };
            if (flow.AuxiliaryLength > 0)
                pass = WithAuxiliary(pass, work, i);
            work.Turns.Enter(ComponentTurns.SegmentName(i), "its backward pass");
            flow.Backward(pass);
            work.Turns.Leave();
        }
        Base.Backward(BaseOf(work, parameters), weight, work.State, work.Gradient, gradients.At(_baseScope, 0));
    }

    /// <summary>Takes zK in the state back to z0: ln q0(z0) and the sum of the forward log-dets, so that ln q(zK) is their difference.</summary>
    public void Inverse(FlowWorkspace work, in ChainParameters parameters)
    {
        DeviceZeros.Fill(work.LogDet.Values.SubView(0, _seeds * work.Batch));
        for (int i = Segments.Count - 1; i >= 0; i--)
            InverseSegment(work, parameters, i, Segments[i].Flow.Length, 0);
        Base.LogDensity(BaseOf(work, parameters), work.State, work.LogBase.Values);
    }

    /// <summary>Undoes layers <paramref name="layers"/> - 1 down to <paramref name="firstLayer"/> of segment <paramref name="i"/>.</summary>
    public void InverseSegment(FlowWorkspace work, in ChainParameters parameters, int i, int layers, int firstLayer)
    {
        IFlow flow = Aimed(work, i);
        FlowInverse pass = new(BatchOf(work, parameters, i, layers), work.State, work.LogDet.Values, work.Scratch, firstLayer);
        work.Turns.Enter(ComponentTurns.SegmentName(i), "its inverse pass");
        flow.Inverse(flow.AuxiliaryLength == 0 ? pass : pass with { Auxiliary = work.Auxiliaries[i] });
        work.Turns.Leave();
    }

    /// <summary>The gradients of the mean negative log-likelihood, after <see cref="Inverse"/>.</summary>
    public void LikelihoodBackward(FlowWorkspace work, in ChainParameters parameters, in ChainGradients gradients)
    {
        Base.LikelihoodBackward(BaseOf(work, parameters), 1f / work.Batch, work.State, work.Gradient, gradients.At(_baseScope, 0));
        for (int i = 0; i < Segments.Count; i++)
        {
            FlowSegment segment = Segments[i];
            work.Turns.Enter(ComponentTurns.SegmentName(i), "the backward pass of its inverse");
            segment.Flow.InverseBackward(new FlowInverseBackward(
                BatchOf(work, parameters, i, segment.Flow.Length), work.State, work.Gradient, work.LogDetGradient.Values,
                gradients.At(segment.Scope, segment.FirstParameter), work.Scratch));
            work.Turns.Leave();
        }
    }

    /// <summary>The name of a parameter: segment, layer and block.</summary>
    public string NameOf(ParameterScope scope, int parameter)
    {
        if (scope == _baseScope && parameter < Base.ParameterCount)
            return $"base {Base.BlockNames[parameter * Base.BlockNames.Count / Base.ParameterCount]}";
        int i = Segments.Count - 1;
        while (Segments[i].Scope != scope || Segments[i].FirstParameter > parameter)
            i--;
        ParameterBlock block = Segments[i].Flow.Blocks.Last(block => block.Offset <= parameter - Segments[i].FirstParameter);
        return $"flow[{i}] ({Segments[i].Name}) layer {block.Layer}, {block.Name}";
    }

    /// <summary>The named parts of the parameters of a scope, the first of which is number <paramref name="first"/> of a seed.</summary>
    public IEnumerable<NamedTensor> TensorsOf(ParameterScope scope, int first = 0)
    {
        int dimension = Base.BlockNames.Count == 0 ? 0 : Base.ParameterCount / Base.BlockNames.Count;
        if (scope == _baseScope)
        {
            for (int i = 0; i < Base.BlockNames.Count; i++)
                yield return new NamedTensor($"base.{Base.BlockNames[i].Replace(' ', '_')}", first + i * dimension, [dimension]);
        }
        for (int i = 0; i < Segments.Count; i++)
        {
            FlowSegment segment = Segments[i];
            if (segment.Scope != scope)
                continue;
            foreach (ParameterBlock block in segment.Flow.Blocks)
                yield return new NamedTensor($"flow.{i}.layer{block.Layer}.{block.Name.Replace(' ', '_')}", first + segment.FirstParameter + block.Offset, block.Shape);
        }
    }

    /// <summary>The refusal of a flow that has nothing to follow.</summary>
    public static string NoTarget(int i, string name) =>
        $"FLE050: flow[{i}] ({name}) follows the gradient of its target, and this cell has none to follow. Give it an energy with the objective \"free-energy\", or a \"model\" of a dataset.";

    /// <summary>The constants of a seed by their names in exports, such as flow.0.layer3.rotation.</summary>
    public IEnumerable<(string Name, FlowConstant Constant)> ConstantsOf(int position) => Segments.SelectMany((segment, i) =>
        segment.Flow.Constants(position).Select(constant => (FormattableString.Invariant($"flow.{i}.layer{constant.Layer}.{constant.Name}"), constant)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FlowSegment segment in Segments)
            segment.Flow.Dispose();
    }

    /// <summary>dL/domegaK is 0: nothing but the flow's own reverse model knows omegaK.</summary>
    private FlowBackward WithAuxiliary(in FlowBackward pass, FlowWorkspace work, int i)
    {
        SampleView gradient = work.AuxiliaryGradient.Part(_seeds, 0, Segments[i].Flow.AuxiliaryLength);
        DeviceZeros.Fill(gradient.Values);
        return pass with { Auxiliary = work.Auxiliaries[i], AuxiliaryGradient = gradient };
    }

    /// <summary>The flow of a segment, which knows what to follow if it asks.</summary>
    private IFlow Aimed(FlowWorkspace work, int i)
    {
        IFlow flow = Segments[i].Flow;
        if (flow is ITargetFlow follower)
            follower.Aim(work.Target ?? throw new FlowLabEngineException(NoTarget(i, Segments[i].Name)));
        return flow;
    }

    private void CheckStart(int i, IReadOnlyList<int> seeds, float[] own)
    {
        int faulty = Array.FindIndex(own, value => !float.IsFinite(value));
        if (faulty < 0)
            return;
        ParameterBlock block = Segments[i].Flow.Blocks.Last(block => block.Offset <= faulty % Segments[i].Flow.ParameterCount);
        throw new FlowLabEngineException(FormattableString.Invariant(
            $"FLE036: flow[{i}] ({Segments[i].Name}) sets {block.Name} of layer {block.Layer} of seed {seeds[faulty / Segments[i].Flow.ParameterCount]} to {own[faulty]} at the start; expected finite numbers. This is an error of the flow's Initialize."));
    }

    /// <summary>[R, own] into the columns of [R, all] from <paramref name="first"/> on.</summary>
    private static void Place(float[] own, int seeds, float[] all, int first)
    {
        int count = own.Length / seeds, stride = all.Length / seeds;
        for (int seed = 0; seed < seeds; seed++)
            own.AsSpan(seed * count, count).CopyTo(all.AsSpan(seed * stride + first));
    }

    private int CountOf(ParameterScope scope) => scope == ParameterScope.Global ? ParameterCount : AmortisedCount;

    private int Grow(ParameterScope scope, int count)
    {
        int first = CountOf(scope);
        if (scope == ParameterScope.Global)
            ParameterCount += count;
        else
            AmortisedCount += count;
        return first;
    }

    private BaseBatch BaseOf(FlowWorkspace work, in ChainParameters parameters) =>
        new(_seeds, work.TilesOf(_baseScope), parameters.At(_baseScope, 0));

    private FlowBatch BatchOf(FlowWorkspace work, in ChainParameters parameters, int i, int layers)
    {
        FlowSegment segment = Segments[i];
        FlowBatch batch = new(_seeds, work.TilesOf(segment.Scope), layers, parameters.At(segment.Scope, segment.FirstParameter));
        return segment.Flow.ContextLength == 0 ? batch : batch with { Context = parameters.At(ParameterScope.Amortised, segment.FirstContext) };
    }
}
