namespace FlowLab.Engine.Latents;

/// <summary>
/// The factors of an annealed free energy, weight_q (ln q(z|x)) - weight_likelihood ln p(x|z) - weight_prior ln p(z), of one sample.
/// </summary>
/// <param name="Posterior">Of ln q0 - log-det.</param>
/// <param name="Likelihood">Of -ln p(x|z).</param>
/// <param name="Prior">Of -ln p(z).</param>
public readonly record struct LossWeights(float Posterior, float Likelihood, float Prior);
