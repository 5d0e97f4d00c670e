using System.Globalization;
using FlowLab.Data;
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
        IEnumerable<SeedMetric> figures = Figures(MeanLoss(data, RandomPurpose.TestData, points), loss, error);
        return data is IPointDataset whole ? [.. figures, .. MeasureTraining(whole, points)] : [.. figures];
    }

    /// <summary>As many training points as there are test points, as training draws them: what held-out points are compared with.</summary>
    private IEnumerable<SeedMetric> MeasureTraining(IPointDataset data, int testPoints)
    {
        int points = Math.Min(testPoints, data.Count(DataSubset.Training));
        string held = string.Create(CultureInfo.InvariantCulture, $"{points} training points; {data.Protocol}");
        MetricDescription loss = new("train_nll", $"negative log-likelihood -ln q(x) of points that it was trained on, mean over {held}", "nats", MetricKind.Consistency, true);
        MetricDescription error = new("train_nll_error", $"standard error of -ln q(x) over {held}", "nats", MetricKind.Consistency, true);
        return Figures(MeanLoss(data, RandomPurpose.TrainingData, points), loss, error);
    }

    private RunningMean[] MeanLoss(IDataset data, RandomPurpose purpose, int points)
    {
        RunningMean[] means = [.. Definition.Seeds.Select(_ => new RunningMean())];
        using FlowWorkspace work = NewWorkspace();
        for (int first = 0; first < points; first += work.Batch)
        {
            work.Turns.Enter("target", "its draw");
            data.Draw(new DataDraw(session.SeedsOnDevice, purpose, first / work.Batch, work.State));
            work.Turns.Leave();
            Definition.Chain.Inverse(work, Definition.Chain.Own(session.Parameters));
            float[] logBase = work.LogBase.Values.GetAsArray();
            float[] logDet = work.LogDet.Values.GetAsArray();
            for (int i = 0; i < means.Length * work.Batch; i++)
                if (first + i % work.Batch < points)
                    means[i / work.Batch].Add((double)logDet[i] - logBase[i]);
        }
        return means;
    }

    private IEnumerable<SeedMetric> Figures(RunningMean[] means, MetricDescription loss, MetricDescription error) => means.SelectMany((mean, seed) => new[]
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
