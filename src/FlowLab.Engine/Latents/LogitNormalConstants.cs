namespace FlowLab.Engine.Latents;

/// <summary>What kernels of <see cref="LogitNormalLikelihood"/> need to know of its settings.</summary>
/// <param name="Margin">t = margin + (1 - 2 margin) x.</param>
/// <param name="LogFloor">2 ln floor, or far below every ln of a variance where there is no floor.</param>
public readonly record struct LogitNormalConstants(float Margin, float LogFloor);
