using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>A sheet of pictures that belongs to a cell.</summary>
/// <param name="Seed">The seed (not its position) whose model made it.</param>
/// <param name="Sheet">The pictures.</param>
public sealed record RunImages(int Seed, ImageSheet Sheet);
