using FlowLab.Data;

namespace FlowLab.Engine.Evaluation;

/// <summary>Draws from a trained model.</summary>
/// <param name="Label">What they are, for a reader: "points of q", "means of p(x|z), z from the prior".</param>
/// <param name="Shape">The axes of a draw.</param>
/// <param name="Values">[R][N, D]: for every seed, in the order of the seeds axis, its draws one after another.</param>
public sealed record ModelSamples(string Label, PointShape Shape, float[][] Values);
