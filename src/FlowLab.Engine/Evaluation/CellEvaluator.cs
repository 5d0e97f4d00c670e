using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>Measures every seed of a trained chain of flows. All figures are at beta = 1, with random numbers that training never used.</summary>
/// <param name="session">The trained cell.</param>
/// <param name="settings">Samples and grids.</param>
public sealed partial class CellEvaluator(TrainingSession session, EvaluationSettings settings) : ICellEvaluator
{
    private const int ChunkSize = 4000;
    private const int DrawsPerCell = 8;

    private TrainingDefinition Definition => session.Definition;

    /// <summary>All metrics that apply to the cell's objective, seed by seed. Those of stopped seeds have no number.</summary>
    public IReadOnlyList<SeedMetric> Measure()
    {
        IReadOnlyList<SeedMetric> metrics = Definition.Objective.Type switch
        {
            ObjectiveKind.FreeEnergy => MeasureTarget(Definition.Energy!),
            ObjectiveKind.MaximumLikelihood => MeasureLikelihood(Definition.Data!),
            _ => [],
        };
        int[] status = session.ReadStatus();
        HashSet<int> stopped = [.. Definition.Seeds.Where((_, position) => status[position] != 0)];
        IEnumerable<SeedMetric> consistency = metrics.Count == 0 ? [] : new ChainConsistency(session).Measure().Concat(new GradientConsistency(session).Measure());
        return [.. metrics.Concat(consistency).Select(metric => stopped.Contains(metric.Seed) ? metric.OfStoppedSeed() : metric)];
    }

    /// <summary>The density of q of every seed on a grid, for pictures: [R]; with auxiliary variables a histogram of its draws.</summary>
    public IReadOnlyList<DensityImage> DrawModel(EnergyGrid grid)
    {
        grid = WithResolution(grid, settings.FigureResolution);
        if (Definition.Chain.HasAuxiliary)
            return [.. DrawSamples(DrawsPerCell * grid.Resolution * grid.Resolution).Values.Select(draws => Histogram(grid, draws))];
        using GridDensity density = new(session, grid);
        return [.. density.LogModel().Select(logs => Image(grid, logs, 0))];
    }

    /// <summary>The normalised density of an energy target.</summary>
    public DensityImage DrawTarget(IEnergy energy)
    {
        EnergyGrid grid = WithResolution(energy.FigureGrid, settings.FigureResolution);
        using GridDensity figure = new(session, grid);
        return Image(grid, figure.LogTarget(energy), LogNormalizer(energy));
    }

    /// <summary>A histogram of held-out data on a grid, as a density.</summary>
    public DensityImage DrawData(IDataset data, EnergyGrid grid)
    {
        grid = WithResolution(grid, settings.FigureResolution);
        float[] counts = new float[grid.Resolution * grid.Resolution];
        int points = 0;
        using FlowWorkspace work = NewWorkspace();
        for (int chunk = 0; points < 50 * counts.Length; chunk++)
        {
            work.Turns.Enter("target", "its draw");
            data.Draw(new DataDraw(session.SeedsOnDevice, RandomPurpose.TestData, chunk, work.State));
            work.Turns.Leave();
            float[] values = work.State.Values.GetAsArray();
            for (int seed = 0; seed < Definition.Seeds.Count; seed++)
                Count(grid, counts, values.AsSpan(seed * 2 * work.Batch, 2 * work.Batch));
            points += work.Batch * Definition.Seeds.Count;
        }
        double scale = 1 / (points * grid.Spacing * grid.Spacing);
        return new DensityImage(grid.Minimum, grid.Maximum, grid.Resolution, Array.ConvertAll(counts, count => (float)(count * scale)));
    }

    private double LogNormalizer(IEnergy energy)
    {
        EnergyGrid grid = WithResolution(energy.IntegrationGrid, settings.GridResolution);
        using GridDensity density = new(session, grid);
        return new GridIntegral(grid).LogIntegral(density.LogTarget(energy));
    }

    private FlowWorkspace NewWorkspace() => new(
        session.Accelerator, Definition.Chain, Definition.Seeds.Count, Math.Min(ChunkSize, settings.Samples), gradients: false);

    private static void Count(EnergyGrid grid, float[] counts, ReadOnlySpan<float> points)
    {
        int batch = points.Length / 2;
        for (int s = 0; s < batch; s++)
        {
            int column = (int)Math.Floor((points[s] - grid.Minimum) / grid.Spacing);
            int row = (int)Math.Floor((points[batch + s] - grid.Minimum) / grid.Spacing);
            if (column >= 0 && column < grid.Resolution && row >= 0 && row < grid.Resolution)
                counts[row * grid.Resolution + column]++;
        }
    }

    private static DensityImage Histogram(EnergyGrid grid, float[] draws)
    {
        float[] counts = new float[grid.Resolution * grid.Resolution];
        for (int point = 0; point < draws.Length / 2; point++)
            Count(grid, counts, [draws[2 * point], draws[2 * point + 1]]);
        double scale = 2 / (draws.Length * grid.Spacing * grid.Spacing);
        return new DensityImage(grid.Minimum, grid.Maximum, grid.Resolution, Array.ConvertAll(counts, count => (float)(count * scale)));
    }

    private static DensityImage Image(EnergyGrid grid, float[] logDensity, double logNormalizer) => new(
        grid.Minimum, grid.Maximum, grid.Resolution, Array.ConvertAll(logDensity, log => (float)Math.Exp(log - logNormalizer)));

    private static EnergyGrid WithResolution(EnergyGrid grid, int resolution) =>
        resolution == 0 ? grid : grid with { Resolution = resolution };
}
