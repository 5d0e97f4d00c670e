using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>
/// The diagonal Gaussian base z0 = mu + sigma eps, ln q0(z0) = -sum_d (ln sigma_d + eps_d^2 / 2 + ln(2 pi) / 2). Parameters: mu (D), ln sigma (D).
/// A base that is not trainable keeps its parameters: its gradients are zero.
/// </summary>
public sealed class GaussianBase : IBaseDensity
{
    private readonly int _dimension;
    private readonly BaseSettings _settings;
    private readonly Action<Index2D, SampleTiles, NoiseKey, ArrayView<int>, ParameterView, SampleView, ArrayView<float>, ArrayView<float>> _sample;
    private readonly Action<Index2D, SampleTiles, ParameterView, SampleView, ArrayView<float>> _logDensity;
    private readonly Action<Index2D, SampleTiles, float, ParameterView, SampleView, SampleView, ParameterView> _backward;
    private readonly Action<Index2D, SampleTiles, float, ParameterView, SampleView, SampleView, ParameterView> _likelihoodBackward;
    private readonly Action<Index2D, int, ParameterView> _clear;

    public GaussianBase(int dimension, BaseSettings settings, Accelerator accelerator)
    {
        _dimension = dimension;
        _settings = settings;
        _sample = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, NoiseKey, ArrayView<int>, ParameterView, SampleView,
            ArrayView<float>, ArrayView<float>>(BaseKernels.SampleGaussian);
        _logDensity = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, ParameterView, SampleView, ArrayView<float>>(
            BaseKernels.GaussianLogDensity);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, float, ParameterView, SampleView, SampleView, ParameterView>(
            BaseKernels.GaussianBackward);
        _likelihoodBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, float, ParameterView, SampleView, SampleView,
            ParameterView>(BaseKernels.GaussianLikelihoodBackward);
        _clear = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, ParameterView>(BaseKernels.ClearParameters);
    }

    /// <inheritdoc/>
    public bool IsTrainable => _settings.Trainable;

    /// <inheritdoc/>
    public int ParameterCount => 2 * _dimension;

    /// <inheritdoc/>
    public IReadOnlyList<string> BlockNames { get; } = ["mu", "ln sigma"];

    /// <inheritdoc/>
    public void Initialize(Span<float> parameters, int stride)
    {
        for (int first = 0; first < parameters.Length; first += stride)
        {
            parameters.Slice(first, _dimension).Clear();
            parameters.Slice(first + _dimension, _dimension).Fill((float)Math.Log(_settings.Sigma));
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
    public void Backward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient)
    {
        if (_settings.Trainable)
            _backward(batch.Extent, batch.Tiles, weight, batch.Parameters, state, gradient, parameterGradient);
        else
            _clear(batch.Extent, ParameterCount, parameterGradient);
    }

    /// <inheritdoc/>
    public void LikelihoodBackward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient)
    {
        _likelihoodBackward(batch.Extent, batch.Tiles, weight, batch.Parameters, state, gradient, parameterGradient);
        if (!_settings.Trainable)
            _clear(batch.Extent, ParameterCount, parameterGradient);
    }
}
