using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Latents;

/// <summary>ln p(x|z) of every sample.</summary>
/// <param name="Seeds">Seeds R.</param>
/// <param name="Points">[R, D, points]: x; sample s belongs to point s mod points.</param>
/// <param name="Output">[R, outputs, B]: what the generative network made of z.</param>
/// <param name="LogLikelihood">[R, B]: assigned.</param>
/// <param name="Scale">The weight of -ln p(x|z) of a sample in the loss, for gradients.</param>
public readonly record struct LikelihoodPass(int Seeds, SampleView Points, SampleView Output, ArrayView<float> LogLikelihood, float Scale);
