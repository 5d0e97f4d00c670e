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
        if (Definition.Chain.Dimension != 2)
            return DensityPair.None;
        EnergyGrid grid = Definition.Energy?.FigureGrid ?? Definition.Data?.FigureGrid ?? DefaultGrid;
        DensityImage? target = Definition.Energy is not null ? DrawTarget(Definition.Energy) : Definition.Data is not null ? DrawData(Definition.Data, grid) : null;
        return new DensityPair(target, DrawModel(grid)[Definition.Seeds.ToList().IndexOf(seed)]);
    }

    /// <summary>None: the points of a chain are drawn as densities.</summary>
    public IReadOnlyList<ImageSheet> DrawImages(int seed) => [];

    /// <summary>None: a chain has no latent space beside its points.</summary>
    public LatentPoints? DrawLatents(int seed) => null;

    /// <inheritdoc/>
    public ModelSamples DrawSamples(int count)
    {
        int dimension = Definition.Chain.Dimension, seeds = Definition.Seeds.Count;
        float[][] drawn = [.. Enumerable.Range(0, seeds).Select(_ => new float[(long)count * dimension])];
        using FlowWorkspace work = new(session.Accelerator, Definition.Chain, seeds, ChunkSize, gradients: false);
        for (int first = 0; first < count; first += ChunkSize)
        {
            Definition.Chain.Sample(work, Definition.Chain.Own(session.Parameters), new NoiseKey(RandomPurpose.EvaluationNoise, FirstDrawnChunk + first / ChunkSize), session.SeedsOnDevice);
            float[] state = work.State.Values.GetAsArray();
            for (int seed = 0; seed < seeds; seed++)
                Transpose(state.AsSpan(seed * dimension * ChunkSize, dimension * ChunkSize), drawn[seed].AsSpan(first * dimension), Math.Min(ChunkSize, count - first), dimension);
        }
        return new ModelSamples("points of q", new PointShape(1, 1, dimension), drawn);
    }

    /// <summary>[D, B] as passes leave it to [B, D] as readers expect it.</summary>
    private static void Transpose(ReadOnlySpan<float> state, Span<float> points, int count, int dimension)
    {
        for (int point = 0; point < count; point++)
            for (int feature = 0; feature < dimension; feature++)
                points[point * dimension + feature] = state[feature * ChunkSize + point];
    }
}
