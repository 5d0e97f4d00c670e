namespace FlowLab.Engine.Evaluation;

/// <summary>Draws from the posterior of given points, by every seed's model.</summary>
/// <param name="Draws">Draws per point, S.</param>
/// <param name="Latents">[R][N, S, D]: z of every draw, z1 first in models of several stochastic layers.</param>
/// <param name="LogDensities">[R][N, S]: ln q(z|x); with auxiliary variables that of z and them together.</param>
/// <param name="Reconstructions">[R][N, pixels]: what p(x|z) makes of the first draw of every point.</param>
public sealed record PosteriorDraws(int Draws, float[][] Latents, float[][] LogDensities, float[][] Reconstructions);
