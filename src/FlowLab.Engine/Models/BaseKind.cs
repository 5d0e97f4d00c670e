namespace FlowLab.Engine.Models;

/// <summary>The density q0 that a chain of flows starts from.</summary>
public enum BaseKind
{
    /// <summary>Diagonal Gaussian N(mu, diag(sigma^2)).</summary>
    Gaussian,

    /// <summary>Uniform on the square [-halfWidth, halfWidth]^D; not trainable.</summary>
    Uniform,
}
