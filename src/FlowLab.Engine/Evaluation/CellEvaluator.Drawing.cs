using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

public sealed partial class CellEvaluator
{
    // Far behind the chunks that metrics are computed from, so that drawn points are never the ones that were measured.
    private const long FirstDrawnChunk = 1L << 40;

    private static readonly EnergyGrid DefaultGrid = new(-4, 4, 200);

    /// <inheritdoc/>
    public DensityPair DrawDensities(int seed)
    {
        if (Definition.Latent is not null || Definition.Chain.Dimension != 2)
            return DensityPair.None;
        EnergyGrid grid = Definition.Energy?.FigureGrid ?? Definition.Data?.FigureGrid ?? DefaultGrid;
        DensityImage? target = Definition.Energy is not null ? DrawTarget(Definition.Energy)
            : Definition.Data?.FigureGrid is { } shown ? DrawData(Definition.Data, shown)
            : null;
        return new DensityPair(target, DrawModel(grid)[Definition.Seeds.ToList().IndexOf(seed)]);
    }

    /// <summary>None: the points of a chain are drawn as densities.</summary>
    public IReadOnlyList<ImageSheet> DrawImages(int seed) => [];

    /// <summary>None: a chain has no latent space beside its points.</summary>
    public LatentPoints? DrawLatents(int seed) => null;

    /// <inheritdoc/>
    public ModelSamples DrawSamples(int count) => StreamSamples(count).Gather(Definition.Seeds.Count);

    /// <inheritdoc/>
    public ModelStream StreamSamples(long count, MetropolisSettings? moves = null)
    {
        PointShape shape = (Definition.Data as IPointDataset)?.Shape ?? new PointShape(1, 1, Definition.Chain.Dimension);
        return moves is null
            ? new ModelStream("points of q", shape, HasLogDensities: !Definition.Chain.HasAuxiliary, Draw(count))
            : StreamMoved(count, moves, shape, Definition.Energy ?? throw NoEnergy("it is fitted to data"));
    }

    internal static FlowLabEngineException NoEnergy(string reason) => new(
        $"FLE053: Metropolis-adjusted steps move draws towards an energy, and this cell has none: {reason}. Draw without them, or from a cell whose target is an energy.");

    /// <inheritdoc/>
    public PointDensities LogDensitiesAt(float[] points)
    {
        int dimension = Definition.Chain.Dimension, seeds = Definition.Seeds.Count, count = points.Length / dimension;
        if (Definition.Chain.HasAuxiliary)
            throw GridDensity.NoDensity();
        double[][] values = [.. Enumerable.Range(0, seeds).Select(_ => new double[count])];
        using FlowWorkspace work = new(session.Accelerator, Definition.Chain, seeds, Math.Min(ChunkSize, count), gradients: false);
        for (int first = 0; first < count; first += work.Batch)
        {
            PointUpload.To(work.State, seeds, points, first);
            Definition.Chain.Inverse(work, Definition.Chain.Own(session.Parameters));
            float[] logBase = work.LogBase.Values.GetAsArray(), logDet = work.LogDet.Values.GetAsArray();
            for (int seed = 0; seed < seeds; seed++)
                for (int point = first; point < Math.Min(first + work.Batch, count); point++)
                    values[seed][point] = (double)logBase[seed * work.Batch + point - first] - logDet[seed * work.Batch + point - first];
        }
        return new PointDensities("ln q(x), exact density", values, [.. Enumerable.Range(0, seeds).Select(_ => new double[count])]);
    }

    private ModelStream StreamMoved(long count, MetropolisSettings moves, PointShape shape, IEnergy energy)
    {
        double[] shares = new double[Definition.Seeds.Count];
        string label = FormattableString.Invariant($"points of q after {moves.Steps} Metropolis-adjusted Langevin steps of {moves.Step}");
        return new ModelStream(label, shape, HasLogDensities: false, DrawMoved(count, moves, energy, shares)) { AcceptedShare = seed => shares[seed] };
    }

    private IEnumerable<DrawnChunk> DrawMoved(long count, MetropolisSettings moves, IEnergy energy, double[] shares)
    {
        using MetropolisChain chain = new(session.Accelerator, energy, Definition.Seeds.Count, ChunkSize, moves);
        long chunk = 0;
        foreach (DrawnChunk drawn in Draw(count, state => chain.Move(state, chunk++, session.SeedsOnDevice)))
        {
            for (int seed = 0; seed < shares.Length; seed++)
                shares[seed] = chain.AcceptedShare(seed);
            yield return drawn with { LogDensities = null };
        }
    }

    /// <summary>Draws of every seed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="move">What is done with a chunk, [R, D, B], before it is read.</param>
    private IEnumerable<DrawnChunk> Draw(long count, Action<SampleView>? move = null)
    {
        int dimension = Definition.Chain.Dimension, seeds = Definition.Seeds.Count;
        using FlowWorkspace work = new(session.Accelerator, Definition.Chain, seeds, ChunkSize, gradients: false);
        for (long first = 0; first < count; first += ChunkSize)
        {
            Definition.Chain.Sample(work, Definition.Chain.Own(session.Parameters), new NoiseKey(RandomPurpose.EvaluationNoise, FirstDrawnChunk + first / ChunkSize), session.SeedsOnDevice);
            move?.Invoke(work.State);
            float[] state = work.State.Values.GetAsArray(), logBase = work.LogBase.Values.GetAsArray(), logDet = work.LogDet.Values.GetAsArray();
            int used = (int)Math.Min(ChunkSize, count - first);
            yield return new DrawnChunk(
                used,
                [.. Enumerable.Range(0, seeds).Select(seed => Points(state.AsSpan(seed * dimension * ChunkSize, dimension * ChunkSize), ChunkSize, used, dimension))],
                Definition.Chain.HasAuxiliary ? null : [.. Enumerable.Range(0, seeds).Select(seed => Differences(logBase.AsSpan(seed * ChunkSize, used), logDet.AsSpan(seed * ChunkSize, used)))]);
        }
    }

    /// <summary>ln q(zK) = ln q0(z0) - the sum of log-dets.</summary>
    private static float[] Differences(ReadOnlySpan<float> logBase, ReadOnlySpan<float> logDet)
    {
        float[] differences = new float[logBase.Length];
        for (int draw = 0; draw < differences.Length; draw++)
            differences[draw] = (float)((double)logBase[draw] - logDet[draw]);
        return differences;
    }

    /// <summary>[D, B] as passes leave it to [n, D] as readers expect it.</summary>
    private static float[] Points(ReadOnlySpan<float> state, int batch, int count, int dimension)
    {
        float[] points = new float[count * dimension];
        for (int point = 0; point < count; point++)
            for (int feature = 0; feature < dimension; feature++)
                points[point * dimension + feature] = state[feature * batch + point];
        return points;
    }
}
