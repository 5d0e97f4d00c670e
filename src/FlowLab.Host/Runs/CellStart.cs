using FlowLab.Engine.Training;

namespace FlowLab.Host.Runs;

/// <summary>Where a cell begins that does not begin at the initial parameters of its flows.</summary>
/// <param name="Of">The state of a session before its first update.</param>
/// <param name="Note">What the run's events say of it.</param>
public sealed record CellStart(Func<TrainingSession, TrainingState> Of, string Note);
