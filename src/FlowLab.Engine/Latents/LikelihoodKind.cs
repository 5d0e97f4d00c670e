namespace FlowLab.Engine.Latents;

/// <summary>The density p(x|z).</summary>
public enum LikelihoodKind
{
    /// <summary>Independent bits with logits from the network.</summary>
    Bernoulli,

    /// <summary>logit(x) is normal with a diagonal covariance: intensities in (0, 1).</summary>
    LogitNormal,

    /// <summary>Normal with a diagonal covariance: any finite numbers.</summary>
    Gaussian,
}
