using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Models;
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

    /// <summary>As the interface says; with auxiliary variables a draw has a density together with them only, which is not stated.</summary>
    public ModelSamples DrawSamples(long first, int count)
    {
        int dimension = Definition.Chain.Dimension, seeds = Definition.Seeds.Count;
        float[][] drawn = [.. Enumerable.Range(0, seeds).Select(_ => new float[(long)count * dimension])], densities = [.. Enumerable.Range(0, seeds).Select(_ => new float[count])];
        using FlowWorkspace work = new(session.Accelerator, Definition.Chain, seeds, ChunkSize, gradients: false);
        for (int done = 0, taken; done < count; done += taken)
        {
            (long chunk, long skipped) = Math.DivRem(first + done, ChunkSize);
            taken = (int)Math.Min(ChunkSize - skipped, count - done);
            Definition.Chain.Sample(work, Definition.Chain.Own(session.Parameters), new NoiseKey(RandomPurpose.EvaluationNoise, FirstDrawnChunk + chunk), session.SeedsOnDevice);
            float[] state = work.State.Values.GetAsArray(), logBase = work.LogBase.Values.GetAsArray(), logDet = work.LogDet.Values.GetAsArray();
            for (int seed = 0; seed < seeds; seed++)
            {
                Transpose(state.AsSpan(seed * dimension * ChunkSize, dimension * ChunkSize), drawn[seed].AsSpan(done * dimension), (int)skipped, taken, dimension);
                for (int draw = 0, at = seed * ChunkSize + (int)skipped; draw < taken; draw++, at++)
                    densities[seed][done + draw] = logBase[at] - logDet[at];
            }
        }
        return new ModelSamples("points of q", (Definition.Data as IPointDataset)?.Shape ?? new PointShape(1, 1, dimension), drawn) { LogDensities = Definition.Chain.HasAuxiliary ? null : densities };
    }

    /// <summary>[D, B] as passes leave it, from sample <paramref name="first"/> on, to [B, D] as readers expect it.</summary>
    private static void Transpose(ReadOnlySpan<float> state, Span<float> points, int first, int count, int dimension)
    {
        for (int point = 0; point < count; point++)
            for (int feature = 0; feature < dimension; feature++)
                points[point * dimension + feature] = state[feature * ChunkSize + first + point];
    }
}
