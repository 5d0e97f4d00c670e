using System.Globalization;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Random;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// How well the passes of a chain agree with each other, at draws of the trained model that no figure is measured from: forward and inverse, their log-dets,
/// and the log-det with that of the Jacobian by central differences. Holds in any dimension. With auxiliary variables the chain is the map of (z, omega).
/// </summary>
internal sealed class ChainConsistency
{
    // Behind the draws of metrics and pictures.
    private const long ProbeStep = 1L << 41;
    private const int Samples = 256;
    private const int LargestDimension = 64;
    private const double ErrorQuantile = 0.9;

    private readonly TrainingSession _session;

    public ChainConsistency(TrainingSession session) => _session = session;

    private TrainingDefinition Definition => _session.Definition;

    private int Seeds => Definition.Seeds.Count;

    /// <summary>The agreement of every seed of a chain that is fitted itself.</summary>
    public IEnumerable<SeedMetric> Measure()
    {
        using FlowWorkspace work = new(_session.Accelerator, Definition.Chain, Seeds, Samples, gradients: false);
        return Measure(new ChainProbe(Definition.Chain, work, Definition.Chain.Own(_session.Parameters), Seeds));
    }

    /// <summary>The agreement of every seed at draws of a probe.</summary>
    public IEnumerable<SeedMetric> Measure(ChainProbe probe)
    {
        if (Definition.Chain.Segments.Count == 0)
            return [];
        float[] start = probe.DrawBase(new NoiseKey(RandomPurpose.EvaluationNoise, ProbeStep), _session.SeedsOnDevice);
        (float[] end, float[] logDet) = probe.Forward(start);
        (float[] back, float[] inverseLogDet) = probe.Inverse(end);
        (float[] again, _) = probe.Forward(back);
        PassAgreement agreement = new(probe.Dimension, probe.Batch, ErrorQuantile);
        ChainMetrics metrics = new(probe.Batch);
        (double[] jacobian, double[] resolution) = probe.Dimension <= LargestDimension ? new ChainJacobian(probe, probe.Dimension, Seeds).LogDets(start) : ([], []);
        return [.. Definition.Seeds.SelectMany((name, seed) => (IEnumerable<SeedMetric>)
        [
            new(name, metrics.InverseError, agreement.RoundTrip(seed, start, back, end, again)),
            new(name, metrics.LogDetDifference, agreement.MedianDifference(seed, logDet, inverseLogDet)),
            .. jacobian.Length == 0 ? [] : new SeedMetric[]
            {
                new(name, metrics.JacobianError, agreement.MedianDifference(seed, logDet, jacobian)),
                new(name, metrics.JacobianResolution, agreement.Median(seed, resolution)),
            },
        ])];
    }

    /// <summary>Labels of the figures.</summary>
    private sealed class ChainMetrics(int samples)
    {
        private readonly string _draws = string.Create(CultureInfo.InvariantCulture, $"{samples} draws per seed");

        public MetricDescription InverseError =>
            new("inverse_error", $"relative error of the inverse of the flow, 90 % quantile over {_draws}", "", MetricKind.Consistency, true);

        public MetricDescription LogDetDifference =>
            new("log_det_difference", $"difference of the log-dets of forward and inverse pass, median over {_draws}", "nats", MetricKind.Consistency, true);

        public MetricDescription JacobianError =>
            new("jacobian_error", $"difference of the log-det to that of the Jacobian by central differences, median over {_draws}", "nats", MetricKind.Consistency, true);

        public MetricDescription JacobianResolution =>
            new("jacobian_resolution", $"difference of the log-det of the Jacobian between two step sizes, median over {_draws}", "nats", MetricKind.Consistency, true);
    }
}
