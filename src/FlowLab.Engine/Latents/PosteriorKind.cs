namespace FlowLab.Engine.Latents;

/// <summary>The density q0(z0|x) that the flow starts from.</summary>
public enum PosteriorKind
{
    /// <summary>A Gaussian with a diagonal covariance.</summary>
    Diagonal,

    /// <summary>A Gaussian with a diagonal plus rank-one precision (Rezende, Mohamed and Wierstra 2014).</summary>
    RankOne,
}
