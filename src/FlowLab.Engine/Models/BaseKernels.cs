using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Models;

/// <summary>
/// Kernels of the diagonal Gaussian base, z0 = mu + sigma eps. Its parameters are mu (D) followed by ln sigma (D). One instance handles
/// one tile (X) of one seed (Y).
/// </summary>
public static class BaseKernels
{
    private const float HalfLogTwoPi = 0.91893853320467274f;

    /// <summary>Draws z0 and ln q0(z0), and clears the sum of log-dets.</summary>
    public static void SampleGaussian(
        Index2D index, SampleTiles tiles, NoiseKey key, ArrayView<int> seeds, ParameterView parameters, SampleView state,
        ArrayView<float> logBase, ArrayView<float> logDet)
    {
        int dimension = state.Features;
        int first = index.Y * tiles.Batch;
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
        {
            logBase[first + s] = -HalfLogTwoPi * dimension;
            logDet[first + s] = 0;
        }
        for (int d = 0; d < dimension; d += 2)
        {
            float mean = parameters.At(index.Y, index.X, d);
            float logSigma = parameters.At(index.Y, index.X, dimension + d);
            int partner = d + 1 < dimension ? d + 1 : d;
            float partnerMean = parameters.At(index.Y, index.X, partner);
            float partnerLogSigma = parameters.At(index.Y, index.X, dimension + partner);
            float sigma = XMath.Exp(logSigma);
            float partnerSigma = XMath.Exp(partnerLogSigma);
            ArrayView<float> row = state.Row(index.Y, d);
            ArrayView<float> partnerRow = state.Row(index.Y, partner);
            for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            {
                PhiloxBlock bits = KernelRandom.Bits(seeds[index.Y], key.Purpose, key.Step, s + key.FirstSample, d >> 2);
                NormalPair noise = (d & 2) == 0 ? KernelRandom.Normal(bits.X, bits.Y) : KernelRandom.Normal(bits.Z, bits.W);
                float log = logSigma + 0.5f * noise.First * noise.First;
                if (partner != d)
                {
                    partnerRow[s] = partnerMean + partnerSigma * noise.Second;
                    log += partnerLogSigma + 0.5f * noise.Second * noise.Second;
                }
                row[s] = mean + sigma * noise.First;
                logBase[first + s] -= log;
            }
        }
    }

    /// <summary>Draws z0 uniformly from [-halfWidth, halfWidth]^D with its log-density, and clears the sum of log-dets.</summary>
    public static void SampleUniform(
        Index2D index, SampleTiles tiles, NoiseKey key, ArrayView<int> seeds, float halfWidth, SampleView state,
        ArrayView<float> logBase, ArrayView<float> logDet)
    {
        int first = index.Y * tiles.Batch;
        float logDensity = -state.Features * XMath.Log(2 * halfWidth);
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
        {
            logBase[first + s] = logDensity;
            logDet[first + s] = 0;
        }
        for (int d = 0; d < state.Features; d++)
        {
            ArrayView<float> row = state.Row(index.Y, d);
            for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            {
                PhiloxBlock bits = KernelRandom.Bits(seeds[index.Y], key.Purpose, key.Step, s + key.FirstSample, d);
                row[s] = halfWidth * (2 * KernelRandom.Uniform(bits.X) - 1);
            }
        }
    }

    /// <summary>
    /// Partial gradients of the free energy for mu and ln sigma, given dL/dz0: dL/dmu = sum dL/dz0 and
    /// dL/dln sigma = sum (dL/dz0 (z0 - mu) - weight), where -ln sigma is the base's own part of the loss, with weight 1/B per sample.
    /// </summary>
    public static void GaussianBackward(
        Index2D index, SampleTiles tiles, float weight, ParameterView parameters, SampleView state, SampleView gradient,
        ParameterView parameterGradient)
    {
        int dimension = state.Features;
        for (int d = 0; d < dimension; d++)
        {
            float mean = parameters.At(index.Y, index.X, d);
            ArrayView<float> z = state.Row(index.Y, d);
            ArrayView<float> g = gradient.Row(index.Y, d);
            float meanGradient = 0;
            float logSigmaGradient = 0;
            for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            {
                meanGradient += g[s];
                logSigmaGradient += g[s] * (z[s] - mean) - weight;
            }
            parameterGradient.At(index.Y, index.X, d) = meanGradient;
            parameterGradient.At(index.Y, index.X, dimension + d) = logSigmaGradient;
        }
    }

    /// <summary>ln q0(z0) of given points.</summary>
    public static void GaussianLogDensity(
        Index2D index, SampleTiles tiles, ParameterView parameters, SampleView state, ArrayView<float> logBase)
    {
        int dimension = state.Features;
        int first = index.Y * tiles.Batch;
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            logBase[first + s] = -HalfLogTwoPi * dimension;
        for (int d = 0; d < dimension; d++)
        {
            float mean = parameters.At(index.Y, index.X, d);
            float logSigma = parameters.At(index.Y, index.X, dimension + d);
            float precision = XMath.Exp(-logSigma);
            ArrayView<float> row = state.Row(index.Y, d);
            for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            {
                float noise = (row[s] - mean) * precision;
                logBase[first + s] -= logSigma + 0.5f * noise * noise;
            }
        }
    }

    /// <summary>ln q0(z0) of given points under the uniform base: minus infinity outside the square.</summary>
    public static void UniformLogDensity(
        Index2D index, SampleTiles tiles, float halfWidth, SampleView state, ArrayView<float> logBase)
    {
        int first = index.Y * tiles.Batch;
        float logDensity = -state.Features * XMath.Log(2 * halfWidth);
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
        {
            float log = logDensity;
            for (int d = 0; d < state.Features; d++)
            {
                if (XMath.Abs(state.Row(index.Y, d)[s]) > halfWidth)
                    log = float.NegativeInfinity;
            }
            logBase[first + s] = log;
        }
    }

    /// <summary>
    /// Gradients of the negative log-likelihood -ln q0(z0) / B: dL/dz0 into <paramref name="gradient"/>, and the partial gradients
    /// for mu and ln sigma.
    /// </summary>
    public static void GaussianLikelihoodBackward(
        Index2D index, SampleTiles tiles, float weight, ParameterView parameters, SampleView state, SampleView gradient,
        ParameterView parameterGradient)
    {
        int dimension = state.Features;
        for (int d = 0; d < dimension; d++)
        {
            float mean = parameters.At(index.Y, index.X, d);
            float precision = XMath.Exp(-parameters.At(index.Y, index.X, dimension + d));
            ArrayView<float> z = state.Row(index.Y, d);
            ArrayView<float> g = gradient.Row(index.Y, d);
            float meanGradient = 0;
            float logSigmaGradient = 0;
            for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            {
                float noise = (z[s] - mean) * precision;
                float slope = weight * noise * precision;
                g[s] = slope;
                meanGradient -= slope;
                logSigmaGradient += weight * (1 - noise * noise);
            }
            parameterGradient.At(index.Y, index.X, d) = meanGradient;
            parameterGradient.At(index.Y, index.X, dimension + d) = logSigmaGradient;
        }
    }

    /// <summary>Sets the first <paramref name="count"/> partial gradients of a tile to zero.</summary>
    public static void ClearParameters(Index2D index, int count, ParameterView parameterGradient)
    {
        for (int p = 0; p < count; p++)
            parameterGradient.At(index.Y, index.X, p) = 0;
    }
}
