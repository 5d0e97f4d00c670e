using FlowLab.Kernels;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Launches repeat themselves, and kernel instances do not meet.</summary>
public sealed class RepeatableLaw : FlowLaw
{
    private const int Launches = 3;
    private const int LaunchesOfLarge = 2;
    private const int MostSmall = 64;
    private const double Tolerance = 1e-4;

    // An instance that has a thousand samples to itself keeps all others of its vector waiting.
    private const int MostAlone = 64;
    private const int Instances = 16;
    private const int ManyInstances = 1000;
    private const int ManyInstancesBriefly = 128;

    /// <inheritdoc/>
    public override string Name => "repeatable";

    /// <inheritdoc/>
    public override string Statement => "Launches give the same bits every time, and a sample the same result however the batch is dealt to kernel instances.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject)
    {
        foreach (FlowCase shape in FlowShapes.All(subject).Where(shape => shape.Length < 64))
            yield return shape;
        yield return new FlowCase { Dimension = 2, Length = 2, Batch = subject.IsBrief ? ManyInstancesBriefly : ManyInstances, Seeds = [3, 7], TileSize = 1 };
    }

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        AllPasses first = AllPasses.Of(trial);
        LawMeasure worst = LawMeasure.Exact;
        int launches = trial.Situation.Dimension > MostSmall || trial.Situation.Batch > MostSmall ? LaunchesOfLarge : Launches;
        for (int launch = 2; launch <= launches; launch++)
            worst = LawMeasure.Worse(worst, AllPasses.Of(trial).SameBitsAs(first, $"launch {launch}"));
        return trial.Inputs.IsAmortized || trial.Flow.ContextLength > 0 ? worst : LawMeasure.Worse(worst, MeasureTiles(trial, first, subject.IsBrief));
    }

    /// <summary>One instance for all samples of a seed, which meets nobody, or a few where there are many, against one per sample.</summary>
    private static LawMeasure MeasureTiles(FlowTrial trial, AllPasses first, bool isBrief)
    {
        LawMeasure worst = LawMeasure.Exact;
        int batch = trial.Inputs.Batch;
        SampleTiles few = batch <= MostAlone && !isBrief ? SampleTiles.Contiguous(batch, batch) : SampleTiles.Interleaved(batch, Math.Min(batch, Instances));
        foreach (SampleTiles tiles in new[] { few, SampleTiles.PerSample(batch) })
        {
            AllPasses other = AllPasses.Of(trial, trial.Inputs with { Tiles = tiles }, trial.Points, trial.PerState, trial.PerLogDet);
            foreach (((string name, PassResult expected), (_, PassResult actual)) in first.Each.Zip(other.Each))
                foreach (((string part, float[] wanted), (_, float[] values)) in expected.Parts.Take(3).Zip(actual.Parts))
                    worst = LawMeasure.Worse(worst, Deviation.Of($"{name}, {tiles.Tiles} tiles: {part}", values, [.. wanted.Select(x => (double)x)], Tolerance));
        }
        return worst;
    }
}
