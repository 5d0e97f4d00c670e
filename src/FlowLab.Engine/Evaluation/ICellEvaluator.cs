namespace FlowLab.Engine.Evaluation;

/// <summary>Measures and draws a trained cell; one implementation per kind of model, chosen by <see cref="CellEvaluators.Of"/>.</summary>
public interface ICellEvaluator
{
    /// <summary>All metrics of every seed, at beta = 1, with random numbers that training never used. Stopped seeds have NaN.</summary>
    IReadOnlyList<SeedMetric> Measure();

    /// <summary>The target's and the model's density, where they can be drawn; both null otherwise.</summary>
    /// <param name="seed">The seed (not its position) whose model is drawn.</param>
    DensityPair DrawDensities(int seed);

    /// <summary>
    /// Pictures that the model makes: test points and, with the same count and shape, their reconstructions; samples. Empty if points are
    /// no pictures.
    /// </summary>
    /// <param name="seed">The seed (not its position).</param>
    IReadOnlyList<ImageSheet> DrawImages(int seed);

    /// <summary>Where test points lie in a latent space of two dimensions; null for models that have none.</summary>
    /// <param name="seed">The seed (not its position).</param>
    LatentPoints? DrawLatents(int seed);

    /// <summary>Draws from the model of every seed. The first draws are the same however many there are.</summary>
    /// <param name="count">Draws per seed.</param>
    ModelSamples DrawSamples(int count);

    /// <summary>Draws from the model of every seed, made while they are read.</summary>
    /// <param name="count">Draws per seed; as many as one likes.</param>
    /// <param name="moves">Metropolis-adjusted Langevin steps that draws make before they are handed out; null: none.</param>
    /// <exception cref="FlowLabEngineException">FLE053: there is no energy to move towards.</exception>
    ModelStream StreamSamples(long count, MetropolisSettings? moves = null);

    /// <summary>What the model of every seed says of given points: ln q(x) of a chain, ln p(x) of a latent model by importance sampling.</summary>
    /// <param name="points">[N, D], finite.</param>
    PointDensities LogDensitiesAt(float[] points);
}
