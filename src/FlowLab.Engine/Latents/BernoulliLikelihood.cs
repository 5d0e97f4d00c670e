using FlowLab.Data;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>Independent bits: ln p(x|z) = sum_i x_i y_i - softplus(y_i) with the network's outputs y as logits; probabilities of images in {0, 1}^D.</summary>
internal sealed class BernoulliLikelihood(Accelerator accelerator) : ILikelihood
{
    private readonly Action<Index2D, SampleView, SampleView, ArrayView<float>> _evaluate =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, ArrayView<float>>(LikelihoodKernels.Bernoulli);

    private readonly Action<Index2D, SampleView, SampleView, ArrayView<float>, float> _gradient =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, ArrayView<float>, float>(LikelihoodKernels.BernoulliGradient);

    public string Name => "bernoulli";

    public string Measure => "probability of the binary image";

    public string PictureLabel => "means";

    public int OutputCount(int dimension) => dimension;

    public bool Accepts(PointValues values) => values == PointValues.Binary;

    public void Evaluate(in LikelihoodPass pass) =>
        _evaluate(new Index2D(pass.Output.Batch, pass.Seeds), pass.Points, pass.Output, pass.LogLikelihood);

    public void EvaluateWithGradient(in LikelihoodPass pass) =>
        _gradient(new Index2D(pass.Output.Batch, pass.Seeds), pass.Points, pass.Output, pass.LogLikelihood, pass.Scale);

    public void Picture(ReadOnlySpan<float> output, Span<float> intensities)
    {
        for (int i = 0; i < intensities.Length; i++)
            intensities[i] = KernelMath.Sigmoid(output[i]);
    }
}
