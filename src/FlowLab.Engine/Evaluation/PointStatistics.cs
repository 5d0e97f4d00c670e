namespace FlowLab.Engine.Evaluation;

/// <summary>Running means over the data points of one seed.</summary>
internal sealed class PointStatistics
{
    public RunningMean Bound { get; } = new();

    public RunningMean NegativeLogLikelihood { get; } = new();

    public RunningMean Reconstruction { get; } = new();

    public RunningMean EffectiveSamples { get; } = new();

    /// <summary>The share of the points whose weights have a tail too heavy for their mean; of those with enough draws to tell.</summary>
    public RunningMean HeavyTails { get; } = new();

    /// <summary>Adds a data point.</summary>
    /// <param name="weights">ln p(x, z) - ln q(z|x) of its draws.</param>
    /// <param name="logLikelihood">ln p(x|z) of its draws.</param>
    /// <param name="samples">How many there are.</param>
    public void Add(ImportanceWeights weights, RunningMean logLikelihood, int samples)
    {
        Bound.Add(-weights.MeanLog);
        NegativeLogLikelihood.Add(-weights.LogMean);
        Reconstruction.Add(-logLikelihood.Mean);
        EffectiveSamples.Add(weights.EffectiveShare * samples);
        if (weights.TailShape is var shape && !double.IsNaN(shape))
            HeavyTails.Add(shape > ParetoTail.LimitOf(samples) ? 1 : 0);
    }
}
