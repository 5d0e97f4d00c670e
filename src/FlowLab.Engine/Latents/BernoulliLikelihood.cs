using FlowLab.Data;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>Independent bits: ln p(x|z) = sum_i x_i y_i - softplus(y_i) with the network's outputs y as logits; probabilities of images in {0, 1}^D.</summary>
internal sealed class BernoulliLikelihood(Accelerator accelerator) : ILikelihood
{
    private readonly LikelihoodLaunches _launches =
        LikelihoodLaunches.Of(accelerator, LikelihoodKernels.Bernoulli, LikelihoodKernels.BernoulliGradient);

    public string Name => "bernoulli";

    public string Measure => "probability of the binary image";

    public string PictureLabel => "means";

    public int OutputCount(int dimension) => dimension;

    public bool Accepts(PointValues values) => values == PointValues.Binary;

    public void Evaluate(in LikelihoodPass pass) => _launches.Evaluate(pass);

    public void EvaluateWithGradient(in LikelihoodPass pass) => _launches.EvaluateWithGradient(pass);

    public void Picture(ReadOnlySpan<float> output, Span<float> intensities)
    {
        for (int i = 0; i < intensities.Length; i++)
            intensities[i] = KernelMath.Sigmoid(output[i]);
    }
}
