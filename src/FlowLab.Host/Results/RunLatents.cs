using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>Points of a two-dimensional latent space that belong to a cell.</summary>
/// <param name="Seed">The seed (not its position) whose model placed them.</param>
/// <param name="Points">The points.</param>
public sealed record RunLatents(int Seed, LatentPoints Points);
