using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>The uniform density on [-a, a]^D; no parameters. It can be drawn from and evaluated, not fitted by maximum likelihood.</summary>
public sealed class UniformBase : IBaseDensity
{
    private readonly float _halfWidth;
    private readonly Action<Index2D, SampleTiles, NoiseKey, ArrayView<int>, float, SampleView, ArrayView<float>, ArrayView<float>> _sample;
    private readonly Action<Index2D, SampleTiles, float, SampleView, ArrayView<float>> _logDensity;

    public UniformBase(BaseSettings settings, Accelerator accelerator)
    {
        _halfWidth = (float)settings.HalfWidth;
        _sample = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, NoiseKey, ArrayView<int>, float, SampleView,
            ArrayView<float>, ArrayView<float>>(BaseKernels.SampleUniform);
        _logDensity = accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleTiles, float, SampleView, ArrayView<float>>(
            BaseKernels.UniformLogDensity);
    }

    /// <inheritdoc/>
    public int ParameterCount => 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> BlockNames { get; } = [];

    /// <inheritdoc/>
    public void Initialize(Span<float> parameters, int stride)
    {
    }

    /// <inheritdoc/>
    public void Sample(
        in BaseBatch batch, NoiseKey key, ArrayView<int> seeds, SampleView state, ArrayView<float> logBase, ArrayView<float> logDet) =>
        _sample(batch.Extent, batch.Tiles, key, seeds, _halfWidth, state, logBase, logDet);

    /// <inheritdoc/>
    public void LogDensity(in BaseBatch batch, SampleView state, ArrayView<float> logBase) =>
        _logDensity(batch.Extent, batch.Tiles, _halfWidth, state, logBase);

    /// <inheritdoc/>
    public void Backward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient)
    {
    }

    /// <inheritdoc/>
    public void LikelihoodBackward(in BaseBatch batch, float weight, SampleView state, SampleView gradient, ParameterView parameterGradient) =>
        throw new FlowLabEngineException(
            "FLE035: a uniform base has no log-likelihood gradient: its density is zero outside the square. Use \"base\": { \"type\": \"gaussian\" }.");
}
