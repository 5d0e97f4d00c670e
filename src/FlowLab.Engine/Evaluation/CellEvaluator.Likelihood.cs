using System.Globalization;
using FlowLab.Data;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>What is measured of a chain that is fitted to data.</summary>
public sealed partial class CellEvaluator
{
    private const string OnePoint = "the standard error of a single point is not defined";

    private IReadOnlyList<SeedMetric> MeasureLikelihood(IDataset data)
    {
        // A finite dataset would begin again after its last test point, and the standard error would count points twice.
        int points = data is IPointDataset finite ? finite.Count(DataSubset.Test) : WholeChunks(settings.Samples);
        string held = data is IPointDataset source
            ? string.Create(CultureInfo.InvariantCulture, $"all {points} test points; {source.Protocol}")
            : string.Create(CultureInfo.InvariantCulture, $"{points} held-out points per seed");
        MetricDescription loss = new("test_nll", $"negative log-likelihood -ln q(x), exact density, mean over {held}", "nats", MetricKind.Estimate, true);
        MetricDescription error = new("test_nll_error", $"standard error of -ln q(x) over {held}", "nats", MetricKind.Diagnostic, true);
        IDensityDataset? known = data is IDensityDataset { HasDensity: true } dense ? dense : null;
        LikelihoodMeans[] means = MeanLoss(data, known, RandomPurpose.TestData, points);
        IEnumerable<SeedMetric> figures = Figures(means, seed => seed.Loss, loss, error);
        if (known is not null)
            figures = [.. figures, .. MeasureDivergence(means, held)];
        return data is IPointDataset whole ? [.. figures, .. MeasureTraining(whole, points)] : [.. figures];
    }

    /// <summary>The figures of the density that points are drawn from, on the same points, and KL(p || q), which has no lower value than 0.</summary>
    private IEnumerable<SeedMetric> MeasureDivergence(LikelihoodMeans[] means, string held)
    {
        MetricDescription divergence = new("excess_nll", $"KL(p || q), mean of ln p(x) - ln q(x) over {held}", "nats", MetricKind.Estimate, true);
        MetricDescription divergenceError = new("excess_nll_error", $"standard error of ln p(x) - ln q(x) over {held}", "nats", MetricKind.Diagnostic, true);
        MetricDescription loss = new("true_nll", $"negative log-likelihood -ln p(x) of the true density, mean over {held}", "nats", MetricKind.Estimate, null);
        MetricDescription error = new("true_nll_error", $"standard error of -ln p(x) over {held}", "nats", MetricKind.Diagnostic, null);
        return [.. Figures(means, seed => seed.TrueLoss, loss, error), .. Figures(means, seed => seed.Divergence, divergence, divergenceError)];
    }

    /// <summary>As many training points as there are test points, as training draws them: what held-out points are compared with.</summary>
    private IEnumerable<SeedMetric> MeasureTraining(IPointDataset data, int testPoints)
    {
        int points = Math.Min(testPoints, data.Count(DataSubset.Training));
        string held = string.Create(CultureInfo.InvariantCulture, $"{points} training points; {data.Protocol}");
        MetricDescription loss = new("train_nll", $"negative log-likelihood -ln q(x) of points that it was trained on, mean over {held}", "nats", MetricKind.Consistency, true);
        MetricDescription error = new("train_nll_error", $"standard error of -ln q(x) over {held}", "nats", MetricKind.Consistency, true);
        return Figures(MeanLoss(data, null, RandomPurpose.TrainingData, points), seed => seed.Loss, loss, error);
    }

    private LikelihoodMeans[] MeanLoss(IDataset data, IDensityDataset? known, RandomPurpose purpose, int points)
    {
        LikelihoodMeans[] means = [.. Definition.Seeds.Select(_ => new LikelihoodMeans())];
        using FlowWorkspace work = NewWorkspace();
        for (int first = 0; first < points; first += work.Batch)
        {
            work.Turns.Enter("target", "its draw");
            data.Draw(new DataDraw(session.SeedsOnDevice, purpose, first / work.Batch, work.State));
            work.Turns.Leave();
            float[] drawn = known is null ? [] : work.State.Values.GetAsArray();
            Definition.Chain.Inverse(work, Definition.Chain.Own(session.Parameters));
            float[] logBase = work.LogBase.Values.GetAsArray();
            float[] logDet = work.LogDet.Values.GetAsArray();
            int used = Math.Min(work.Batch, points - first);
            for (int seed = 0; seed < means.Length; seed++)
            {
                double[]? truth = known is null ? null : LogDensities(known, drawn, seed, work.Batch, used, work.Turns);
                for (int point = 0; point < used; point++)
                    means[seed].Add((double)logDet[seed * work.Batch + point] - logBase[seed * work.Batch + point], -truth?[point]);
            }
        }
        return means;
    }

    /// <summary>ln p of the first points of a seed, out of [R, D, B].</summary>
    private static double[] LogDensities(IDensityDataset data, float[] drawn, int seed, int batch, int used, ComponentTurns turns)
    {
        int dimension = data.Dimension;
        float[] points = Points(drawn.AsSpan(seed * dimension * batch, dimension * batch), batch, used, dimension);
        double[] logs = new double[used];
        turns.Enter("target", "its density");
        for (int point = 0; point < used; point++)
            logs[point] = data.LogDensity(points.AsSpan(point * dimension, dimension));
        turns.Leave();
        return logs;
    }

    private IEnumerable<SeedMetric> Figures(LikelihoodMeans[] means, Func<LikelihoodMeans, RunningMean> choose, MetricDescription loss, MetricDescription error) =>
        means.Select(choose).SelectMany((mean, seed) => new[]
        {
            new SeedMetric(Definition.Seeds[seed], loss, mean.Mean),
            mean.Count < 2 ? SeedMetric.NotAvailable(Definition.Seeds[seed], error, OnePoint) : new SeedMetric(Definition.Seeds[seed], error, mean.StandardError),
        });

    private int WholeChunks(int samples)
    {
        int chunk = Math.Min(ChunkSize, settings.Samples);
        return (samples + chunk - 1) / chunk * chunk;
    }
}
