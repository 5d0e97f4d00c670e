using System.Globalization;
using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine.Models;
using FlowLab.Engine.Objectives;
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

    private TrainingDefinition Definition => session.Definition;

    /// <summary>All metrics that apply to the cell's objective, seed by seed. Stopped seeds have NaN.</summary>
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
        return [.. metrics.Select(metric => stopped.Contains(metric.Seed) ? metric with { Value = double.NaN } : metric)];
    }

    /// <summary>The density of q of every seed on a grid, for pictures: [R].</summary>
    public IReadOnlyList<DensityImage> DrawModel(EnergyGrid grid)
    {
        grid = WithResolution(grid, settings.FigureResolution);
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
            data.Draw(new DataDraw(session.SeedsOnDevice, RandomPurpose.TestData, chunk, work.State));
            float[] values = work.State.Values.GetAsArray();
            for (int seed = 0; seed < Definition.Seeds.Count; seed++)
                Count(grid, counts, values.AsSpan(seed * 2 * work.Batch, 2 * work.Batch));
            points += work.Batch * Definition.Seeds.Count;
        }
        double scale = 1 / (points * grid.Spacing * grid.Spacing);
        return new DensityImage(grid.Minimum, grid.Maximum, grid.Resolution, Array.ConvertAll(counts, count => (float)(count * scale)));
    }

    private List<SeedMetric> MeasureTarget(IEnergy energy)
    {
        List<SeedMetric> metrics = MeasureFreeEnergy(energy);
        if (energy.Dimension == 2)
            metrics.AddRange(MeasureDivergence(energy));
        return metrics;
    }

    private List<SeedMetric> MeasureFreeEnergy(IEnergy energy)
    {
        int seeds = Definition.Seeds.Count;
        ImportanceWeights[] weights = [.. Enumerable.Range(0, seeds).Select(_ => new ImportanceWeights())];
        using FlowWorkspace work = NewWorkspace();
        int chunks = (settings.Samples + work.Batch - 1) / work.Batch;
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            Definition.Chain.Sample(work, Definition.Chain.Own(session.Parameters), new NoiseKey(RandomPurpose.EvaluationNoise, chunk), session.SeedsOnDevice);
            energy.Evaluate(new EnergyPass(seeds, work.State, work.Energy.Values, work.Gradient, 0));
            float[] logBase = work.LogBase.Values.GetAsArray();
            float[] logDet = work.LogDet.Values.GetAsArray();
            float[] energies = work.Energy.Values.GetAsArray();
            for (int i = 0; i < logBase.Length; i++)
                weights[i / work.Batch].Add(-(double)energies[i] - logBase[i] + logDet[i]);
        }
        string samples = string.Create(CultureInfo.InvariantCulture, $"{chunks * work.Batch} samples per seed, beta = 1");
        MetricDescription freeEnergy = new("free_energy", $"free energy F, upper bound on -ln Z, {samples}", "nats", MetricKind.Bound, true);
        MetricDescription error = new("free_energy_mc_error", $"Monte Carlo standard error of F, {samples}", "nats", MetricKind.Diagnostic, true);
        MetricDescription size = new("effective_sample_size", $"effective sample size of the importance weights p/q as a share of the samples, {samples}", "", MetricKind.Estimate, false);
        MetricDescription logZ = new("log_z_importance", $"ln Z by importance sampling with q as the proposal, {samples}", "nats", MetricKind.Estimate, null);
        List<SeedMetric> metrics = [];
        for (int seed = 0; seed < seeds; seed++)
        {
            int name = Definition.Seeds[seed];
            metrics.Add(new SeedMetric(name, freeEnergy, -weights[seed].MeanLog));
            metrics.Add(new SeedMetric(name, error, weights[seed].StandardErrorOfMeanLog));
            metrics.Add(new SeedMetric(name, size, weights[seed].EffectiveShare));
            metrics.Add(new SeedMetric(name, logZ, weights[seed].LogMean));
        }
        return metrics;
    }

    private List<SeedMetric> MeasureDivergence(IEnergy energy)
    {
        EnergyGrid grid = WithResolution(energy.IntegrationGrid, settings.GridResolution);
        GridIntegral integral = new(grid);
        using GridDensity density = new(session, grid);
        float[] target = density.LogTarget(energy);
        double logZ = integral.LogIntegral(target);
        float[][] models = density.LogModel();
        string place = string.Create(
            CultureInfo.InvariantCulture, $"{grid.Resolution} x {grid.Resolution} grid on [{grid.Minimum}, {grid.Maximum}]^2");
        MetricDescription divergence = new("kl", $"KL(q || p), exact density of q, {place}", "nats", MetricKind.Estimate, true);
        MetricDescription error = new("kl_grid_error", $"difference of KL(q || p) to the grid of every second cell, {place}", "nats", MetricKind.Diagnostic, true);
        MetricDescription mass = new("grid_mass", $"mass of q on the grid (1 when nothing is missed), {place}", "", MetricKind.Diagnostic, null);
        MetricDescription normalizer = new("log_z_grid", $"ln Z of the target, {place}", "nats", MetricKind.Estimate, null);
        List<SeedMetric> metrics = [];
        for (int seed = 0; seed < models.Length; seed++)
        {
            int name = Definition.Seeds[seed];
            (double value, double total, double difference) = integral.Divergence(models[seed], target, logZ);
            metrics.Add(new SeedMetric(name, divergence, value));
            metrics.Add(new SeedMetric(name, error, difference));
            metrics.Add(new SeedMetric(name, mass, total));
            metrics.Add(new SeedMetric(name, normalizer, logZ));
        }
        return metrics;
    }

    private List<SeedMetric> MeasureLikelihood(IDataset data)
    {
        int seeds = Definition.Seeds.Count;
        RunningMean[] means = [.. Enumerable.Range(0, seeds).Select(_ => new RunningMean())];
        using FlowWorkspace work = NewWorkspace();
        // A finite dataset would begin again after its last test point, and the standard error would count points twice.
        int points = data is IPointDataset finite ? finite.Count(DataSubset.Test) : (settings.Samples + work.Batch - 1) / work.Batch * work.Batch;
        for (int first = 0; first < points; first += work.Batch)
        {
            data.Draw(new DataDraw(session.SeedsOnDevice, RandomPurpose.TestData, first / work.Batch, work.State));
            Definition.Chain.Inverse(work, Definition.Chain.Own(session.Parameters));
            float[] logBase = work.LogBase.Values.GetAsArray();
            float[] logDet = work.LogDet.Values.GetAsArray();
            for (int i = 0; i < logBase.Length; i++)
                if (first + i % work.Batch < points)
                    means[i / work.Batch].Add((double)logDet[i] - logBase[i]);
        }
        string held = data is IPointDataset source
            ? string.Create(CultureInfo.InvariantCulture, $"all {points} test points; {source.Protocol}")
            : string.Create(CultureInfo.InvariantCulture, $"{points} held-out points per seed");
        MetricDescription loss = new("test_nll", $"negative log-likelihood -ln q(x), exact density, mean over {held}", "nats", MetricKind.Estimate, true);
        MetricDescription error = new("test_nll_error", $"standard error of -ln q(x) over {held}", "nats", MetricKind.Diagnostic, true);
        return
        [
            .. means.SelectMany((mean, seed) => new[]
            {
                new SeedMetric(Definition.Seeds[seed], loss, mean.Mean),
                new SeedMetric(Definition.Seeds[seed], error, mean.StandardError),
            }),
        ];
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

    private static DensityImage Image(EnergyGrid grid, float[] logDensity, double logNormalizer) => new(
        grid.Minimum, grid.Maximum, grid.Resolution, Array.ConvertAll(logDensity, log => (float)Math.Exp(log - logNormalizer)));

    private static EnergyGrid WithResolution(EnergyGrid grid, int resolution) =>
        resolution == 0 ? grid : grid with { Resolution = resolution };
}
