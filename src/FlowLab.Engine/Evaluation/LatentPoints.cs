namespace FlowLab.Engine.Evaluation;

/// <summary>One draw of zK for each of some test points, where D = 2.</summary>
/// <param name="Label">What they are, for a reader.</param>
/// <param name="X">[N]: the first latent variable.</param>
/// <param name="Y">[N]: the second latent variable.</param>
/// <param name="Classes">[N]: the class of each point; null if the dataset has none.</param>
public sealed record LatentPoints(string Label, float[] X, float[] Y, byte[]? Classes);
