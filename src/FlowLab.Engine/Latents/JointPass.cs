using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Latents;

/// <summary>ln p(x, z) at given z, with its gradients.</summary>
/// <param name="State">[R, D, B]: z.</param>
/// <param name="Gradient">[R, D, B]: the gradient of -Scale ln p(x, z) for z is assigned.</param>
/// <param name="LogPrior">[R, B]: ln p(z) is assigned.</param>
/// <param name="LogLikelihood">[R, B]: ln p(x|z) is assigned.</param>
/// <param name="Parameters">The gradients of -Scale ln p(x, z), summed over samples, for the parameters of the generative networks are assigned.</param>
/// <param name="Scale">The factor.</param>
internal readonly record struct JointPass(
    SampleView State, SampleView Gradient, ArrayView<float> LogPrior, ArrayView<float> LogLikelihood, SeedParameters Parameters, float Scale);
