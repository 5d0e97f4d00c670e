namespace FlowLab.Engine.Cells;

/// <summary>What annealing multiplies by beta_t. The two differ: at beta = 0 the first leaves the entropy of q, the second the reconstruction.</summary>
public enum AnnealedTerm
{
    /// <summary>The paper's equation (20): F = E_q[ln q(z)] - beta E_q[ln p(x, z)]; for an energy, beta U(z).</summary>
    Joint,

    /// <summary>F = beta (E_q[ln q(z)] - E_q[ln p(z)]) - E_q[ln p(x|z)] (Bowman et al. 2016, Sønderby et al. 2016). Latent models only.</summary>
    Kl,
}
