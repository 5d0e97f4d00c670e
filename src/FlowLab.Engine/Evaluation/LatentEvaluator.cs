using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// Measures every seed of a trained latent model. All figures are at beta = 1, with random numbers that training never used. The memory does
/// not depend on the number of draws: they are made chunk by chunk, addressed by data point and draw, so that the figures do not depend
/// on the size of a chunk.
/// </summary>
/// <param name="session">The trained cell.</param>
/// <param name="settings">Draws, points, part of the dataset.</param>
public sealed class LatentEvaluator(TrainingSession session, EvaluationSettings settings) : ICellEvaluator
{
    private const int PointsPerChunk = 100;
    private const int DrawsPerChunk = 1000;

    // Pictures show these first points of the part, and this many samples.
    private const int ShownPoints = 10;
    private const int ShownSamples = 64;
    private const int LatentPointCount = 2000;

    // The passes of the posterior are compared at this many points and draws.
    private const int ProbePoints = 16;
    private const int ProbeSamples = 64;

    // Far behind the chunks that metrics are computed from.
    private const long PictureStep = 1L << 40;

    /// <summary>Numbers in the tensors of a chunk, about: 64 MB. No figure depends on it.</summary>
    internal long ChunkBudget { get; init; } = 16_000_000;

    private TrainingDefinition Definition => session.Definition;

    private LatentModel Model => Definition.Latent!;

    private IPointDataset Data => (IPointDataset)Definition.Data!;

    private int Seeds => Definition.Seeds.Count;

    /// <summary>Bound, importance-sampled -ln p(x), their difference and what they are made of, seed by seed.</summary>
    public IReadOnlyList<SeedMetric> Measure()
    {
        int points = settings.Points == 0 ? Data.Count(settings.Subset) : Math.Min(settings.Points, Data.Count(settings.Subset));
        PointStatistics[] statistics = MeasurePoints(points);
        LatentMetrics metrics = new(
            settings.Subset.ToString().ToLowerInvariant(), points, settings.ImportanceSamples, Data.Protocol, Model.Likelihood, Model.Chain.HasAuxiliary);
        int[] status = session.ReadStatus();
        return
        [
            .. statistics.SelectMany((seed, position) => MetricsOf(metrics, seed, Definition.Seeds[position])
                .Select(metric => status[position] == 0 ? metric : metric.OfStoppedSeed())),
            .. MeasureConsistency().Concat(new GradientConsistency(session).Measure()).Select(metric => status[PositionOf(metric.Seed)] == 0 ? metric : metric.OfStoppedSeed()),
        ];
    }

    /// <summary>None: densities of images are not drawn.</summary>
    public DensityPair DrawDensities(int seed) => DensityPair.None;

    /// <inheritdoc/>
    public IReadOnlyList<ImageSheet> DrawImages(int seed)
    {
        if (!Model.Shape.IsImage)
            return [];
        int position = PositionOf(seed);
        int points = Math.Min(ShownPoints, Data.Count(settings.Subset));
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, points, 1, gradients: false);
        Data.Gather(new DataGather(settings.Subset, 0, Seeds, work.Points));
        Model.Encode(work, session.Parameters);
        Model.Sample(work, session.Parameters, new NoiseKey(RandomPurpose.EvaluationNoise, PictureStep), session.SeedsOnDevice);
        Model.Decode(work, session.Parameters, 0);
        string subset = settings.Subset.ToString().ToLowerInvariant();
        string pictures = Model.Likelihood.PictureLabel;
        return
        [
            new ImageSheet(ImageSheet.Points, $"{subset} points, {Data.Protocol}", Model.Shape, points, LatentPictures.Rows(work.Points, position)),
            new ImageSheet(ImageSheet.Reconstructions, $"{pictures} of p(x|z), one draw of z from q(z|x)", Model.Shape, points, LatentPictures.Of(Model, work.Outputs[0], position)),
            new ImageSheet(ImageSheet.Samples, $"{pictures} of p(x|z), z from the prior", Model.Shape, ShownSamples, DrawSamples(ShownSamples).Values[position]),
        ];
    }

    /// <inheritdoc/>
    public ModelSamples DrawSamples(int count) => StreamSamples(count).Gather(Seeds);

    /// <inheritdoc/>
    public ModelStream StreamSamples(long count, MetropolisSettings? moves = null) => moves is not null
        ? throw CellEvaluator.NoEnergy("it is a latent model")
        : new($"{Model.Likelihood.PictureLabel} of p(x|z), z from the prior", Model.Shape, HasLogDensities: false, Draw(count));

    /// <inheritdoc/>
    public PointDensities LogDensitiesAt(float[] points)
    {
        int count = points.Length / Model.PointDimension, chunk = Math.Min(PointsPerChunk, count), samples = SamplesPerChunk(chunk);
        PointDensities densities = new(
            $"ln p(x) by importance sampling, {settings.ImportanceSamples} draws of z per point: below the truth in expectation",
            [.. Enumerable.Range(0, Seeds).Select(_ => new double[count])], [.. Enumerable.Range(0, Seeds).Select(_ => new double[count])]);
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, chunk, samples, gradients: false);
        for (int first = 0; first < count; first += chunk)
        {
            PointUpload.To(work.Points, Seeds, points, first);
            Model.Encode(work, session.Parameters);
            int used = Math.Min(chunk, count - first);
            ImportanceWeights[] weights = Weigh(work, first / chunk, used, chunk, samples).Weights;
            for (int index = 0; index < weights.Length; index++)
            {
                densities.Values[index / used][first + index % used] = weights[index].LogMean;
                densities.Errors[index / used][first + index % used] = weights[index].StandardErrorOfLogMean;
            }
        }
        return densities;
    }

    private IEnumerable<DrawnChunk> Draw(long count)
    {
        int chunk = (int)Math.Min(count, DrawsPerChunk);
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, chunk, 1, gradients: false);
        for (long first = 0; first < count; first += chunk)
        {
            int used = (int)Math.Min(chunk, count - first);
            DrawChunk(work, first, chunk);
            yield return new DrawnChunk(used, [.. Enumerable.Range(0, Seeds).Select(position => LatentPictures.Of(Model, work.Outputs[0], position)[..(used * Model.PointDimension)])], null);
        }
    }

    /// <summary>Draws z from the prior, layer by layer from the top, and what p(x|z) makes of it.</summary>
    private void DrawChunk(LatentWorkspace work, long first, int count)
    {
        float[] state = new float[Seeds * Model.Chain.Dimension * count];
        RandomStream[] streams = [.. Definition.Seeds.SelectMany(seed => Enumerable.Range(0, count).Select(sample =>
            new RandomStream(seed, RandomPurpose.EvaluationNoise, PictureStep + 1 + first + sample)))];
        for (int layer = Model.Widths.Count - 1; layer >= 0; layer--)
        {
            float[]? conditions = null;
            if (layer < Model.Widths.Count - 1)
            {
                work.Flow.State.Values.SubView(0, state.Length).CopyFromCPU(state);
                Model.Decode(work, session.Parameters, layer + 1);
                conditions = work.Outputs[layer + 1].Values.GetAsArray();
            }
            FillLayer(state, conditions, layer, count, streams);
        }
        work.Flow.State.Values.SubView(0, state.Length).CopyFromCPU(state);
        Model.Decode(work, session.Parameters, 0);
    }

    /// <inheritdoc/>
    public LatentPoints? DrawLatents(int seed)
    {
        if (Model.Chain.Dimension != 2)
            return null;
        int position = PositionOf(seed);
        int points = Math.Min(LatentPointCount, Data.Count(settings.Subset));
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, points, 1, gradients: false);
        Data.Gather(new DataGather(settings.Subset, 0, Seeds, work.Points));
        Model.Encode(work, session.Parameters);
        Model.Sample(work, session.Parameters, new NoiseKey(RandomPurpose.EvaluationNoise, PictureStep), session.SeedsOnDevice);
        float[] state = work.Flow.State.Values.GetAsArray();
        int first = position * 2 * points;
        string label = $"one draw of z from q(z|x) for each of the first {points} {settings.Subset.ToString().ToLowerInvariant()} points";
        return new LatentPoints(label, state[first..(first + points)], state[(first + points)..(first + 2 * points)], Data.Labels(settings.Subset)?[..points]);
    }

    /// <summary>Draws per point of a chunk: as many as the budget has room for, however many there will be in all.</summary>
    internal int SamplesPerChunk(int points)
    {
        long perSample = Model.Chain.Dimension + Model.Chain.AuxiliaryCount + Model.Decoders.Max(network => network.TapeLength) + Model.Decoders.Sum(network => network.Outputs);
        return (int)Math.Clamp(ChunkBudget / (perSample * Seeds * points), 1, settings.ImportanceSamples);
    }

    /// <summary>How well the passes of the posterior's chain agree, at draws for the first points of the part.</summary>
    private IEnumerable<SeedMetric> MeasureConsistency()
    {
        int points = Math.Min(ProbePoints, Data.Count(settings.Subset));
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, points, Math.Max(1, ProbeSamples / points), gradients: false);
        Data.Gather(new DataGather(settings.Subset, 0, Seeds, work.Points));
        Model.Encode(work, session.Parameters);
        return new ChainConsistency(session).Measure(new ChainProbe(Model.Chain, work.Flow, Model.PosteriorOf(work, session.Parameters), Seeds));
    }

    private PointStatistics[] MeasurePoints(int points)
    {
        PointStatistics[] statistics = [.. Enumerable.Range(0, Seeds).Select(_ => new PointStatistics())];
        int chunk = Math.Min(PointsPerChunk, points);
        int samples = SamplesPerChunk(chunk);
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, chunk, samples, gradients: false);
        for (int first = 0; first < points; first += chunk)
        {
            Data.Gather(new DataGather(settings.Subset, first, Seeds, work.Points));
            Model.Encode(work, session.Parameters);
            MeasureChunk(work, statistics, first / chunk, Math.Min(chunk, points - first), chunk, samples);
        }
        return statistics;
    }

    private void MeasureChunk(LatentWorkspace work, PointStatistics[] statistics, int number, int points, int chunk, int samples)
    {
        (ImportanceWeights[] weights, RunningMean[] logLikelihoods) = Weigh(work, number, points, chunk, samples);
        for (int index = 0; index < weights.Length; index++)
            statistics[index / points].Add(weights[index], logLikelihoods[index], settings.ImportanceSamples);
    }

    /// <summary>ln p(x, z) - ln q(z|x) and ln p(x|z) of draws of z for the points of a chunk, [R, points].</summary>
    private (ImportanceWeights[] Weights, RunningMean[] LogLikelihoods) Weigh(LatentWorkspace work, int number, int points, int chunk, int samples)
    {
        ImportanceWeights[] weights = [.. Enumerable.Range(0, Seeds * points).Select(_ => new ImportanceWeights(settings.ImportanceSamples))];
        RunningMean[] logLikelihoods = [.. Enumerable.Range(0, Seeds * points).Select(_ => new RunningMean())];
        for (int done = 0; done < settings.ImportanceSamples; done += samples)
        {
            NoiseKey key = new(RandomPurpose.EvaluationNoise, number, checked(done * chunk));
            Model.Sample(work, session.Parameters, key, session.SeedsOnDevice);
            Model.Evaluate(work, session.Parameters);
            float[] logBase = work.Flow.LogBase.Values.GetAsArray();
            float[] logDet = work.Flow.LogDet.Values.GetAsArray();
            float[] logPrior = work.LogPrior.Values.GetAsArray();
            float[] logLikelihood = work.LogLikelihood.Values.GetAsArray();
            int used = Math.Min(samples, settings.ImportanceSamples - done);
            Parallel.For(0, Seeds * points, index =>
            {
                int seed = index / points, point = index % points;
                for (int j = 0; j < used; j++)
                {
                    int i = seed * work.Flow.Batch + j * chunk + point;
                    weights[index].Add((double)logLikelihood[i] + logPrior[i] - logBase[i] + logDet[i]);
                    logLikelihoods[index].Add(logLikelihood[i]);
                }
            });
        }
        return (weights, logLikelihoods);
    }

    private static IEnumerable<SeedMetric> MetricsOf(LatentMetrics metrics, PointStatistics seed, int name) =>
    [
        new(name, metrics.Bound, seed.Bound.Mean),
        new(name, metrics.NegativeLogLikelihood, seed.NegativeLogLikelihood.Mean),
        new(name, metrics.Gap, seed.Bound.Mean - seed.NegativeLogLikelihood.Mean),
        new(name, metrics.Reconstruction, seed.Reconstruction.Mean),
        new(name, metrics.Rate, seed.Bound.Mean - seed.Reconstruction.Mean),
        new(name, metrics.EffectiveSamples, seed.EffectiveSamples.Mean),
        PointError(name, metrics.BoundError, seed.Bound),
        PointError(name, metrics.NegativeLogLikelihoodError, seed.NegativeLogLikelihood),
        seed.HeavyTails.Count == 0
            ? SeedMetric.NotAvailable(name, metrics.HeavyTails, "too few draws of z per point for the tail of their weights")
            : new(name, metrics.HeavyTails, seed.HeavyTails.Mean),
    ];

    private static SeedMetric PointError(int name, MetricDescription metric, RunningMean mean) => mean.Count < 2
        ? SeedMetric.NotAvailable(name, metric, "the standard error of a single point is not defined")
        : new(name, metric, mean.StandardError);

    private int PositionOf(int seed) => Definition.Seeds.ToList().IndexOf(seed);

    /// <summary>Draws z_l of every seed into the rows of the state: from N(0, I), or from the normal with these mu and ln sigma.</summary>
    private void FillLayer(float[] state, float[]? conditions, int layer, int count, RandomStream[] streams)
    {
        int width = Model.Widths[layer], firstRow = Model.Widths.Take(layer).Sum();
        for (int seed = 0; seed < Seeds; seed++)
        {
            Span<float> rows = state.AsSpan((seed * Model.Chain.Dimension + firstRow) * count, width * count);
            for (int i = 0; i < rows.Length; i++)
            {
                double noise = streams[seed * count + i % count].NextNormal();
                int at = seed * 2 * width * count + i;
                rows[i] = (float)(conditions is null ? noise : conditions[at] + Math.Exp(conditions[at + width * count]) * noise);
            }
        }
    }
}
