using FlowLab.Engine.Objectives;
using FlowLab.Engine.Training;

namespace FlowLab.Host.Manifests;

/// <summary>The parts of a cell that have to fit each other.</summary>
/// <param name="Target">The target; null if there is none, or none that could be bound.</param>
/// <param name="StatesTarget">Whether the manifest has a target at all.</param>
/// <param name="Objective">The objective.</param>
/// <param name="Training">The training.</param>
internal sealed record CellParts(ComponentSelection? Target, bool StatesTarget, ObjectiveSettings Objective, TrainingSettings Training);
