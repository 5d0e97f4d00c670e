using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;

namespace FlowLab.Host.Manifests;

/// <summary>Everything that one cell of an experiment is made of, bound and checked.</summary>
public sealed record CellManifest
{
    /// <summary>The energy or dataset; null only if nothing is trained.</summary>
    public required ComponentSelection? Target { get; init; }

    /// <summary>The latent model of the data, whose posterior the flow is; null if the flow is fitted to the target itself.</summary>
    public required LatentSettings? Model { get; init; }

    /// <summary>The density that the flow starts from; unused with a model.</summary>
    public required BaseSettings Base { get; init; }

    /// <summary>The segments of the flow in order; may be empty.</summary>
    public required IReadOnlyList<ComponentSelection> Flow { get; init; }

    /// <summary>What training minimises.</summary>
    public required ObjectiveSettings Objective { get; init; }

    /// <summary>The update rule.</summary>
    public required ComponentSelection Optimizer { get; init; }

    /// <summary>The learning rate before the schedule's factor.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The learning-rate schedule.</summary>
    public required ComponentSelection Schedule { get; init; }

    /// <summary>How long and with what batches to train.</summary>
    public required TrainingSettings Training { get; init; }

    /// <summary>How the trained cell is measured.</summary>
    public required EvaluationSettings Evaluation { get; init; }
}
