using FlowLab.Engine.Training;

namespace FlowLab.Engine.Evaluation;

/// <summary>A trained latent model as the host asks for it, by seed instead of position.</summary>
/// <param name="session">The trained cell.</param>
/// <param name="settings">Draws, points, part of the dataset.</param>
public sealed class LatentCellEvaluator(TrainingSession session, EvaluationSettings settings) : ICellEvaluator
{
    private const int ShownPoints = 16;
    private const int ShownSamples = 100;

    private readonly LatentEvaluator _evaluator = new(session, settings);

    /// <inheritdoc/>
    public IReadOnlyList<SeedMetric> Measure() => new CellEvaluator(session, settings).Measure();

    /// <summary>None: what is drawn are pictures and latent points.</summary>
    public DensityPair DrawDensities(int seed) => DensityPair.None;

    /// <inheritdoc/>
    public IReadOnlyList<ImageSheet> DrawImages(int seed) => _evaluator.DrawImages(PositionOf(seed), ShownPoints, ShownSamples);

    /// <inheritdoc/>
    public LatentPoints? DrawLatents(int seed) => _evaluator.DrawLatents(PositionOf(seed));

    /// <inheritdoc/>
    public ModelSamples DrawSamples(int count)
    {
        Latents.LatentModel model = session.Definition.Latent!;
        return new ModelSamples($"{model.Likelihood.PictureLabel} of p(x|z), z from the prior", model.Shape, _evaluator.DrawSamples(count));
    }

    private int PositionOf(int seed) => session.Definition.Seeds.ToList().IndexOf(seed);
}
