using FlowLab.Data;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>p(x|z) = prod_i N(x_i; mu_i, sigma_i^2) with the network's outputs mu, ln sigma.</summary>
internal sealed class GaussianLikelihood(Accelerator accelerator) : ILikelihood
{
    private readonly LikelihoodLaunches _launches =
        LikelihoodLaunches.Of(accelerator, LikelihoodKernels.Gaussian, LikelihoodKernels.GaussianGradient);

    public string Name => "gaussian";

    public string Measure => "density with respect to Lebesgue measure";

    public string PictureLabel => "means";

    public int OutputCount(int dimension) => 2 * dimension;

    public bool Accepts(PointValues values) => true;

    public void Evaluate(in LikelihoodPass pass) => _launches.Evaluate(pass);

    public void EvaluateWithGradient(in LikelihoodPass pass) => _launches.EvaluateWithGradient(pass);

    public void Picture(ReadOnlySpan<float> output, Span<float> intensities)
    {
        for (int i = 0; i < intensities.Length; i++)
            intensities[i] = Math.Clamp(output[i], 0, 1);
    }
}
