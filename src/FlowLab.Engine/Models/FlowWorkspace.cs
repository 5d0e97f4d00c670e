using FlowLab.Energies;
using FlowLab.Engine.Memory;
using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>Device memory for passes of one batch size through a chain of flows: state, densities, tapes and scratch.</summary>
public sealed class FlowWorkspace : IDisposable
{
    // Neighbouring lanes of a vector run neighbouring tiles, so tiles come in whole vectors of the widest kind. There are enough of them to
    // keep cores busy, and few enough that a tile amortises reading the parameters and that sums over tiles stay cheap. Their number
    // depends on the batch alone: sums over tiles are part of the results.
    private const int LanesOfWidestVector = 16;
    private const int SamplesWanted = 16;
    private const int MostTiles = 4 * LanesOfWidestVector;

    private readonly DeviceTensors _tensors;
    private readonly SampleTiles _globalTiles;

    /// <param name="accelerator">The device.</param>
    /// <param name="chain">The chain of flows that passes will go through.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="batch">Samples per seed B.</param>
    /// <param name="gradients">Whether backward passes will be made, which need tapes.</param>
    /// <param name="points">Data points of the batch, each with batch / points samples: sample s belongs to point s mod points. 0: batch.</param>
    public FlowWorkspace(Accelerator accelerator, FlowChain chain, int seeds, int batch, bool gradients, int points = 0)
    {
        _tensors = new DeviceTensors(accelerator, seeds);
        Turns = ComponentTurns.Of(accelerator);
        Batch = batch;
        Tiles = SampleTiles.Blocked(batch, TilesOf(batch));
        PointTiles = SampleTiles.Interleaved(batch, points == 0 ? batch : points);
        _globalTiles = chain.HasContext ? PointTiles : Tiles;
        State = Allocate("z", chain.Dimension);
        LogBase = Allocate("ln q0", 1);
        LogDet = Allocate("log-det", 1);
        Energy = Allocate("energy", 1);
        Gradient = Allocate("dL/dz", gradients ? chain.Dimension : 0);
        LogDetGradient = Allocate("dL/dlog-det", gradients ? 1 : 0);
        Scratch = Allocate("scratch", chain.Segments.Select(segment => segment.Flow.ScratchLength).DefaultIfEmpty().Max());
        Tapes = gradients
            ? [.. chain.Segments.Select((segment, i) => Allocate(FormattableString.Invariant($"tape of flow[{i}]"), segment.Flow.TapeLength))]
            : SharedTape(chain);
        Auxiliaries = [.. chain.Segments.Select((segment, i) => Allocate(FormattableString.Invariant($"omega of flow[{i}]"), segment.Flow.AuxiliaryLength))];
        LogReverse = Allocate("ln r", chain.HasAuxiliary ? 1 : 0);
        AuxiliaryGradient = Allocate(
            "dL/domega", gradients ? chain.Segments.Select(segment => segment.Flow.AuxiliaryLength).DefaultIfEmpty().Max() : 0);
        AuxiliaryLaunches = chain.HasAuxiliary ? new AuxiliaryLaunches(accelerator) : null;
        if (chain.TargetEnergy is { } energy && chain.FollowsTarget)
            Target = new EnergyTarget(energy, accelerator, _tensors, batch, gradients);
    }

    /// <summary>Samples per seed, B.</summary>
    public int Batch { get; }

    /// <summary>How samples are dealt to kernel instances where all samples of a seed share everything.</summary>
    public SampleTiles Tiles { get; }

    /// <summary>How samples are dealt to kernel instances where the samples of a data point share parameters: one tile per point.</summary>
    public SampleTiles PointTiles { get; }

    /// <summary>[R, D, B]: z, wherever in the chain it is.</summary>
    public SampleView State { get; }

    /// <summary>[R, 1, B]: ln q0(z0); with auxiliary variables ln q0(z0) + ln N(omega0) - ln r(omegaK | zK, x).</summary>
    public SampleView LogBase { get; }

    /// <summary>[R, 1, B]: sum of log-dets.</summary>
    public SampleView LogDet { get; }

    /// <summary>[R, 1, B]: U(zK).</summary>
    public SampleView Energy { get; }

    /// <summary>[R, D, B]: gradient of the loss for z.</summary>
    public SampleView Gradient { get; }

    /// <summary>[R, 1, B]: gradient of the loss for the sum of log-dets.</summary>
    public SampleView LogDetGradient { get; }

    /// <summary>[R, S, B]: working memory of the segment that runs.</summary>
    public SampleView Scratch { get; }

    /// <summary>[R, T, B] per segment: what its forward pass leaves for its backward pass.</summary>
    public IReadOnlyList<SampleView> Tapes { get; }

    /// <summary>[R, A, B] per segment: its auxiliary variables, omega0 once z0 is drawn, omegaK behind the forward pass.</summary>
    public IReadOnlyList<SampleView> Auxiliaries { get; }

    /// <summary>[R, 1, B]: ln r(omegaK | zK, x) of the segment that runs; empty in a chain without auxiliary variables.</summary>
    public SampleView LogReverse { get; }

    /// <summary>[R, A, B] of the widest segment: gradient of the loss for the auxiliary variables of the segment that runs.</summary>
    public SampleView AuxiliaryGradient { get; }

    /// <summary>What flows follow that ask for the target; null where the chain has none.</summary>
    public ITarget? Target { get; internal set; }

    /// <summary>The kernels of auxiliary variables; null where the chain has none.</summary>
    internal AuxiliaryLaunches? AuxiliaryLaunches { get; }

    /// <summary>Where every call of a component is announced.</summary>
    internal ComponentTurns Turns { get; }

    /// <summary>How samples are dealt to kernel instances for parameters of a scope.</summary>
    public SampleTiles TilesOf(ParameterScope scope) => scope == ParameterScope.Global ? _globalTiles : PointTiles;

    /// <inheritdoc/>
    public void Dispose() => _tensors.Dispose();

    private static int TilesOf(int batch)
    {
        const int SamplesPerVector = SamplesWanted * LanesOfWidestVector;
        int vectors = (batch + SamplesPerVector / 2) / SamplesPerVector;
        return Math.Clamp(vectors * LanesOfWidestVector, LanesOfWidestVector, MostTiles);
    }

    private IReadOnlyList<SampleView> SharedTape(FlowChain chain)
    {
        int longest = chain.Segments.Select(segment => segment.Flow.TapeLength).DefaultIfEmpty().Max();
        SampleView shared = Allocate("tape", longest);
        return [.. chain.Segments.Select(segment => new SampleView(shared.Values, segment.Flow.TapeLength, Batch))];
    }

    private SampleView Allocate(string name, int features) => _tensors.Allocate(name, features, Batch);
}
