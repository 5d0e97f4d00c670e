namespace FlowLab.Engine.Evaluation;

/// <summary>Some of the draws of a <see cref="ModelStream"/>.</summary>
/// <param name="Count">How many draws of every seed, n.</param>
/// <param name="Values">[R][n, D]: for every seed, its draws one after another.</param>
/// <param name="LogDensities">[R][n]: ln q of every draw; null for models that do not know it.</param>
public sealed record DrawnChunk(int Count, float[][] Values, float[][]? LogDensities);
