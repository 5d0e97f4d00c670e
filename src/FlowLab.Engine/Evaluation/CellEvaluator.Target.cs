using System.Globalization;
using FlowLab.Energies;
using FlowLab.Engine.Models;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>What is measured of a chain that is fitted to an energy.</summary>
public sealed partial class CellEvaluator
{
    // Seeds whose densities on a widened grid are in memory at once.
    private const int SeedsAtOnce = 16;

    /// <summary>The samples that the settings ask for, in whole chunks.</summary>
    private int SamplesDrawn => WholeChunks(settings.Samples);

    private List<SeedMetric> MeasureTarget(IEnergy energy)
    {
        EnergyGrid? grid = energy.Dimension == 2 ? WithResolution(energy.IntegrationGrid, settings.GridResolution) : null;
        GridReach[] reaches = grid is null ? [] : [.. Definition.Seeds.Select(_ => new GridReach(grid))];
        List<SeedMetric> metrics = MeasureFreeEnergy(energy, grid, reaches);
        if (grid is not null)
            metrics.AddRange(Definition.Chain.HasAuxiliary ? MeasureDivergenceBound(energy, grid, metrics) : MeasureDivergence(energy, grid, reaches));
        if (grid is not null && settings.DistanceSamples > 0)
            metrics.AddRange(MeasureDistance(energy, grid));
        return metrics;
    }

    /// <summary>F + ln Z, which is KL(q(z, omega) || p(z) r(omega|z)) and so above KL(q(z) || p(z)); there is no density of q to integrate.</summary>
    private IEnumerable<SeedMetric> MeasureDivergenceBound(IEnergy energy, EnergyGrid grid, IReadOnlyList<SeedMetric> measured)
    {
        (double logZ, double logZError) = Normalize(energy, grid);
        TargetMetrics metrics = new(SamplesDrawn, grid);
        return Definition.Seeds.SelectMany(name => (SeedMetric[])
        [
            new(name, metrics.DivergenceBound, logZ + measured.First(figure => figure.Seed == name && figure.Metric.Name == metrics.FreeEnergy.Name).Value),
            new(name, metrics.Normalizer, logZ), new(name, metrics.NormalizerError, logZError),
        ]);
    }

    /// <summary>Draws of q against exact draws of p: says how near q is whether its density is known or not.</summary>
    private IEnumerable<SeedMetric> MeasureDistance(IEnergy energy, EnergyGrid grid)
    {
        int draws = settings.DistanceSamples;
        using GridDensity density = new(session, grid);
        GridSampler exact = new(grid, density.LogTarget(energy));
        double noise = exact.NoiseOfDistance(draws);
        ModelSamples model = DrawSamples(draws);
        return Definition.Seeds.SelectMany((name, seed) => (SeedMetric[])
        [
            new(name, TargetMetrics.Distance(draws), EnergyDistance.Between(model.Values[seed], exact.Draw(draws, name))),
            new(name, TargetMetrics.DistanceNoise(draws), noise),
        ]);
    }

    private List<SeedMetric> MeasureFreeEnergy(IEnergy energy, EnergyGrid? grid, GridReach[] reaches)
    {
        int seeds = Definition.Seeds.Count;
        using FlowWorkspace work = NewWorkspace();
        int samples = SamplesDrawn, chunks = samples / work.Batch;
        ImportanceWeights[] weights = [.. Enumerable.Range(0, seeds).Select(_ => new ImportanceWeights(samples))];
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            Definition.Chain.Sample(work, Definition.Chain.Own(session.Parameters), new NoiseKey(RandomPurpose.EvaluationNoise, chunk), session.SeedsOnDevice);
            work.Turns.Enter("target", "its energy");
            energy.Evaluate(new EnergyPass(seeds, work.State, work.Energy.Values, work.Gradient, 0));
            work.Turns.Leave();
            float[] logBase = work.LogBase.Values.GetAsArray();
            float[] logDet = work.LogDet.Values.GetAsArray();
            float[] energies = work.Energy.Values.GetAsArray();
            for (int i = 0; i < seeds * work.Batch; i++)
                weights[i / work.Batch].Add(-(double)energies[i] - logBase[i] + logDet[i]);
            if (grid is not null)
                AddDraws(reaches, work.State.Values.GetAsArray(), work.Batch);
        }
        TargetMetrics metrics = new(samples, grid);
        return [.. Definition.Seeds.SelectMany((name, seed) => Figures(metrics, name, weights[seed], samples))];
    }

    private static IEnumerable<SeedMetric> Figures(TargetMetrics metrics, int name, ImportanceWeights weights, int samples) =>
    [
        new(name, metrics.FreeEnergy, -weights.MeanLog),
        new(name, metrics.FreeEnergyError, weights.StandardErrorOfMeanLog),
        new(name, metrics.EffectiveShare, weights.EffectiveShare),
        new(name, metrics.LogZ, weights.LogMean),
        new(name, metrics.LogZError, weights.StandardErrorOfLogMean),
        weights.TailShape is var shape && double.IsNaN(shape)
            ? SeedMetric.NotAvailable(name, metrics.TailShape, "fewer than five weights in the tail, or one that is not finite")
            : new(name, metrics.TailShape, shape),
        new(name, metrics.TailLimit, ParetoTail.LimitOf(samples)),
    ];

    private static void AddDraws(GridReach[] reaches, float[] state, int batch)
    {
        for (int seed = 0; seed < reaches.Length; seed++)
            for (int s = 0; s < batch; s++)
                reaches[seed].Add(state[2 * seed * batch + s], state[(2 * seed + 1) * batch + s]);
    }

    private List<SeedMetric> MeasureDivergence(IEnergy energy, EnergyGrid grid, GridReach[] reaches)
    {
        (double logZ, double logZError) = Normalize(energy, grid);
        int?[] factors = [.. reaches.Select(reach => reach.Factor())];
        GridDivergence[] figures = new GridDivergence[reaches.Length];
        TargetMetrics metrics = new(SamplesDrawn, grid);
        foreach (IGrouping<int, int> alike in Enumerable.Range(0, reaches.Length).GroupBy(seed => factors[seed] ?? 1))
            foreach (int[] some in alike.Chunk(SeedsAtOnce))
                Integrate(energy, reaches[some[0]].Widened(alike.Key), some, figures);
        return [.. Definition.Seeds.SelectMany((name, seed) => Figures(metrics, name, figures[seed], factors[seed], reaches[seed], grid)
            .Append(new SeedMetric(name, metrics.Normalizer, logZ)).Append(new SeedMetric(name, metrics.NormalizerError, logZError)))];
    }

    private (double LogZ, double Error) Normalize(IEnergy energy, EnergyGrid grid)
    {
        using GridDensity density = new(session, grid);
        float[] target = density.LogTarget(energy);
        GridIntegral integral = new(grid);
        return (integral.LogIntegral(target), integral.LogIntegralError(target));
    }

    private void Integrate(IEnergy energy, EnergyGrid grid, int[] positions, GridDivergence[] figures)
    {
        using GridDensity density = new(session, grid);
        GridIntegral integral = new(grid);
        float[] target = density.LogTarget(energy);
        double logZ = integral.LogIntegral(target);
        float[][] models = density.LogModel(positions);
        for (int i = 0; i < positions.Length; i++)
            figures[positions[i]] = integral.Divergence(models[i], target, logZ);
    }

    private static IEnumerable<SeedMetric> Figures(TargetMetrics metrics, int name, GridDivergence figures, int? factor, GridReach reach, EnergyGrid grid)
    {
        double share = reach.ShareOn(factor ?? 1);
        string reason = string.Create(CultureInfo.InvariantCulture,
            $"{100 * (1 - share):0.##} % of q lies outside the grid on [{grid.Minimum}, {grid.Maximum}]^2, and one that holds it would be too coarse for p");
        return
        [
            factor is null ? SeedMetric.NotAvailable(name, metrics.Divergence, reason) : new(name, metrics.Divergence, figures.Divergence),
            factor is null ? SeedMetric.NotAvailable(name, metrics.DivergenceError, reason) : new(name, metrics.DivergenceError, figures.Error),
            new(name, metrics.Mass, figures.Mass),
            new(name, metrics.MassError, figures.MassError),
            new(name, metrics.Share, share),
            new(name, metrics.ShareError, reach.ErrorOf(share)),
            factor is null ? SeedMetric.NotAvailable(name, metrics.Factor, reason) : new(name, metrics.Factor, factor.Value),
        ];
    }
}
