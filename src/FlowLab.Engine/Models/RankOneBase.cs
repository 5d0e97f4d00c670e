using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>
/// The Gaussian whose precision is diagonal plus rank one, C^-1 = diag(1/sigma^2) + u u', of Rezende, Mohamed and Wierstra, "Stochastic
/// Backpropagation and Approximate Inference in Deep Generative Models", 2014, https://arxiv.org/abs/1401.4082, section 4.3. With v =
/// sigma u (elementwise) and s = |v|^2:
/// <list type="bullet">
/// <item>z0 = mu + sigma (eps - c (v'eps) v), c = 1 / (sqrt(1 + s) (sqrt(1 + s) + 1));</item>
/// <item>ln q0(z0) = 1/2 ln(1 + s) - sum_d (ln sigma_d + eps_d^2 / 2 + ln(2 pi) / 2).</item>
/// </list>
/// Parameters: mu (D), ln sigma (D), v (D). v = 0 is the diagonal Gaussian; it starts at 0.1 in every direction, because at 0 it would
/// have no gradient but that of the noise.
/// </summary>
public sealed class RankOneBase : IBaseDensity
{
    private const float InitialDirection = 0.1f;

    private readonly int _dimension;
    private readonly Action<Index2D, SampleTiles, NoiseKey, ArrayView<int>, ParameterView, SampleView, ArrayView<float>, ArrayView<float>> _sample;
    private readonly Action<Index2D, SampleTiles, ParameterView, SampleView, ArrayView<float>> _logDensity;
    private readonly Action<Index2D, SampleTiles, float, ParameterView, SampleView, SampleView, ParameterView> _backward;

    public RankOneBase(int dimension, Accelerator accelerator)
    {
        _dimension = dimension;
        _sample = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, NoiseKey, ArrayView<int>, ParameterView, SampleView,
            ArrayView<float>, ArrayView<float>>(RankOneKernels.Sample);
        _logDensity = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, ParameterView, SampleView, ArrayView<float>>(
            RankOneKernels.LogDensity);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, float, ParameterView, SampleView, SampleView, ParameterView>(
            RankOneKernels.Backward);
    }

    /// <inheritdoc/>
    public int ParameterCount => 3 * _dimension;

    /// <inheritdoc/>
    public IReadOnlyList<string> BlockNames { get; } = ["mu", "ln sigma", "v"];

    /// <inheritdoc/>
    public void Initialize(Span<float> parameters, int stride)
    {
        for (int first = 0; first < parameters.Length; first += stride)
        {
            parameters.Slice(first, 2 * _dimension).Clear();
            parameters.Slice(first + 2 * _dimension, _dimension).Fill(InitialDirection);
        }
    }

    /// <inheritdoc/>
    public void Sample(
        in BaseBatch batch, NoiseKey key, ArrayView<int> seeds, SampleView state, ArrayView<float> logBase, ArrayView<float> logDet) =>
        _sample(batch.Extent, batch.Tiles, key, seeds, batch.Parameters, state, logBase, logDet);

    /// <inheritdoc/>
    public void LogDensity(in BaseBatch batch, SampleView state, ArrayView<float> logBase) =>
        _logDensity(batch.Extent, batch.Tiles, batch.Parameters, state, logBase);

    /// <inheritdoc/>
    public void Backward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient) =>
        _backward(batch.Extent, batch.Tiles, weight, batch.Parameters, state, gradient, parameterGradient);

    /// <inheritdoc/>
    public void LikelihoodBackward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient) =>
        throw new InvalidOperationException("The rank-one Gaussian is a posterior: it is trained on the free energy, not by maximum likelihood.");
}
