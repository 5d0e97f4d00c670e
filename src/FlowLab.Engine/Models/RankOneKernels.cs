using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Models;

/// <summary>Kernels of <see cref="RankOneBase"/>; X = tile, Y = seed. Notation there.</summary>
public static class RankOneKernels
{
    private const float HalfLogTwoPi = 0.91893853320467274f;

    /// <summary>Draws z0 and ln q0(z0), and clears the sum of log-dets.</summary>
    public static void Sample(
        Index2D at, SampleTiles tiles, NoiseKey key, ArrayView<int> seeds, ParameterView parameters, SampleView state,
        ArrayView<float> logBase, ArrayView<float> logDet)
    {
        int dimension = state.Features;
        int first = at.Y * tiles.Batch;
        float norm = SquaredNorm(at, parameters, dimension);
        float factor = Factor(norm);
        float constant = 0.5f * KernelMath.LogOnePlus(norm) - HalfLogTwoPi * dimension;
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
        {
            float log = constant;
            float projection = 0;
            for (int d = 0; d < dimension; d++)
            {
                float noise = Noise(seeds[at.Y], key, s, d);
                state.Row(at.Y, d)[s] = noise;
                projection += parameters.At(at.Y, at.X, 2 * dimension + d) * noise;
                log -= parameters.At(at.Y, at.X, dimension + d) + 0.5f * noise * noise;
            }
            for (int d = 0; d < dimension; d++)
            {
                float noise = state.Row(at.Y, d)[s] - factor * projection * parameters.At(at.Y, at.X, 2 * dimension + d);
                state.Row(at.Y, d)[s] = parameters.At(at.Y, at.X, d) + XMath.Exp(parameters.At(at.Y, at.X, dimension + d)) * noise;
            }
            logBase[first + s] = log;
            logDet[first + s] = 0;
        }
    }

    /// <summary>ln q0(z0) of given points.</summary>
    public static void LogDensity(Index2D at, SampleTiles tiles, ParameterView parameters, SampleView state, ArrayView<float> logBase)
    {
        int dimension = state.Features;
        int first = at.Y * tiles.Batch;
        float constant = 0.5f * KernelMath.LogOnePlus(SquaredNorm(at, parameters, dimension)) - HalfLogTwoPi * dimension;
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
        {
            float log = constant;
            float projection = 0;
            for (int d = 0; d < dimension; d++)
            {
                float logSigma = parameters.At(at.Y, at.X, dimension + d);
                float scaled = (state.Row(at.Y, d)[s] - parameters.At(at.Y, at.X, d)) * XMath.Exp(-logSigma);
                projection += parameters.At(at.Y, at.X, 2 * dimension + d) * scaled;
                log -= logSigma + 0.5f * scaled * scaled;
            }
            logBase[first + s] = log - 0.5f * projection * projection;
        }
    }

    /// <summary>
    /// Gradients of L(z0) + weight sum ln q0(z0), given g = dL/dz0. With h = sigma g, e = (z0 - mu) / sigma, a = v'eps and s = |v|^2:
    /// dmu = sum g, dln sigma = sum (h e - weight), dv = sum (-c (h'v) eps - c a h - 2 c' (h'v) a v + weight v / (1 + s)), c' = dc/ds.
    /// The noise eps is recovered from e = eps - c a v: a = v'e sqrt(1 + s), because v'e = a (1 - c s) = a / sqrt(1 + s).
    /// </summary>
    public static void Backward(
        Index2D at, SampleTiles tiles, float weight, ParameterView parameters, SampleView state, SampleView gradient,
        ParameterView parameterGradient)
    {
        int dimension = state.Features;
        float norm = SquaredNorm(at, parameters, dimension);
        float root = XMath.Sqrt(1f + norm);
        float factor = Factor(norm);
        float factorSlope = -(2f * root + 1f) * factor * factor / (2f * root);
        for (int d = 0; d < 3 * dimension; d++)
            parameterGradient.At(at.Y, at.X, d) = 0;
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
        {
            float projection = 0;
            float pull = 0;
            for (int d = 0; d < dimension; d++)
            {
                float logSigma = parameters.At(at.Y, at.X, dimension + d);
                float v = parameters.At(at.Y, at.X, 2 * dimension + d);
                float scaled = (state.Row(at.Y, d)[s] - parameters.At(at.Y, at.X, d)) * XMath.Exp(-logSigma);
                projection += v * scaled;
                pull += v * gradient.Row(at.Y, d)[s] * XMath.Exp(logSigma);
            }
            projection *= root;
            for (int d = 0; d < dimension; d++)
            {
                float sigma = XMath.Exp(parameters.At(at.Y, at.X, dimension + d));
                float v = parameters.At(at.Y, at.X, 2 * dimension + d);
                float g = gradient.Row(at.Y, d)[s];
                float h = sigma * g;
                float scaled = (state.Row(at.Y, d)[s] - parameters.At(at.Y, at.X, d)) / sigma;
                float noise = scaled + factor * projection * v;
                parameterGradient.At(at.Y, at.X, d) += g;
                parameterGradient.At(at.Y, at.X, dimension + d) += h * scaled - weight;
                parameterGradient.At(at.Y, at.X, 2 * dimension + d) +=
                    -factor * (pull * noise + projection * h) - 2f * factorSlope * pull * projection * v + weight * v / (1f + norm);
            }
        }
    }

    private static float SquaredNorm(Index2D at, ParameterView parameters, int dimension)
    {
        float norm = 0;
        for (int d = 0; d < dimension; d++)
        {
            float v = parameters.At(at.Y, at.X, 2 * dimension + d);
            norm += v * v;
        }
        return norm;
    }

    /// <summary>c = (1 - 1 / sqrt(1 + s)) / s = 1 / (sqrt(1 + s) (sqrt(1 + s) + 1)), in which nothing cancels.</summary>
    private static float Factor(float norm)
    {
        float root = XMath.Sqrt(1f + norm);
        return 1f / (root * (root + 1f));
    }

    /// <summary>The numbers of the diagonal base.</summary>
    private static float Noise(int seed, NoiseKey key, int sample, int d)
    {
        PhiloxBlock bits = KernelRandom.Bits(seed, key.Purpose, key.Step, sample + key.FirstSample, d >> 2);
        NormalPair noise = (d & 2) == 0 ? KernelRandom.Normal(bits.X, bits.Y) : KernelRandom.Normal(bits.Z, bits.W);
        return (d & 1) == 0 ? noise.First : noise.Second;
    }
}
