namespace FlowLab.Engine.Evaluation;

/// <summary>Means over the points that a seed's likelihood is measured on.</summary>
internal sealed class LikelihoodMeans
{
    /// <summary>-ln q(x), nats.</summary>
    public RunningMean Loss { get; } = new();

    /// <summary>-ln p(x), nats; without numbers where p is not known.</summary>
    public RunningMean TrueLoss { get; } = new();

    /// <summary>ln p(x) - ln q(x), nats, point by point: what the two have in common, the draw of the points, is no part of its error.</summary>
    public RunningMean Divergence { get; } = new();

    /// <summary>Adds a point.</summary>
    /// <param name="loss">-ln q(x).</param>
    /// <param name="trueLoss">-ln p(x); null where p is not known.</param>
    public void Add(double loss, double? trueLoss)
    {
        Loss.Add(loss);
        if (trueLoss is not { } known)
            return;
        TrueLoss.Add(known);
        Divergence.Add(loss - known);
    }
}
