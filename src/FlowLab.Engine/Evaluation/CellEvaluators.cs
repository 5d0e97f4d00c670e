using FlowLab.Engine.Training;

namespace FlowLab.Engine.Evaluation;

/// <summary>Picks what measures a cell.</summary>
public static class CellEvaluators
{
    /// <summary>The evaluator for what the session trains.</summary>
    /// <param name="session">The trained cell.</param>
    /// <param name="settings">Samples, grids and points.</param>
    public static ICellEvaluator Of(TrainingSession session, EvaluationSettings settings) =>
        session.Definition.Latent is null ? new CellEvaluator(session, settings) : new LatentEvaluator(session, settings);
}
