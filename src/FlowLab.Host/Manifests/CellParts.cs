using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;

namespace FlowLab.Host.Manifests;

/// <summary>The parts of a cell that have to fit each other.</summary>
/// <param name="Target">The target; null if there is none, or none that could be bound.</param>
/// <param name="StatesTarget">Whether the manifest has a target at all.</param>
/// <param name="Model">The latent model; null if there is none.</param>
/// <param name="Flow">The segments of the flow.</param>
/// <param name="StatesBase">Whether the manifest has a base.</param>
/// <param name="Objective">The objective.</param>
/// <param name="Training">The training.</param>
internal sealed record CellParts(
    ComponentSelection? Target, bool StatesTarget, LatentSettings? Model, IReadOnlyList<ComponentSelection> Flow, bool StatesBase,
    ObjectiveSettings Objective, TrainingSettings Training);
