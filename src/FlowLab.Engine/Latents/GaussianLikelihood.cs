using FlowLab.Data;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>p(x|z) = prod_i N(x_i; mu_i, sigma_i^2) with the network's outputs mu, ln sigma.</summary>
internal sealed class GaussianLikelihood(Accelerator accelerator) : ILikelihood
{
    private readonly Action<Index2D, SampleView, SampleView, ArrayView<float>> _evaluate =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, ArrayView<float>>(LikelihoodKernels.Gaussian);

    private readonly Action<Index2D, SampleView, SampleView, ArrayView<float>, float> _gradient =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, ArrayView<float>, float>(LikelihoodKernels.GaussianGradient);

    public string Name => "gaussian";

    public string Measure => "density with respect to Lebesgue measure";

    public string PictureLabel => "means";

    public int OutputCount(int dimension) => 2 * dimension;

    public bool Accepts(PointValues values) => true;

    public void Evaluate(in LikelihoodPass pass) =>
        _evaluate(new Index2D(pass.Output.Batch, pass.Seeds), pass.Points, pass.Output, pass.LogLikelihood);

    public void EvaluateWithGradient(in LikelihoodPass pass) =>
        _gradient(new Index2D(pass.Output.Batch, pass.Seeds), pass.Points, pass.Output, pass.LogLikelihood, pass.Scale);

    public void Picture(ReadOnlySpan<float> output, Span<float> intensities)
    {
        for (int i = 0; i < intensities.Length; i++)
            intensities[i] = Math.Clamp(output[i], 0, 1);
    }
}
