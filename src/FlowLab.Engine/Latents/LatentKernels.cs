using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Latents;

/// <summary>Densities of a generative model; X = sample, Y = seed. Gradients are of -scale ln p, so that they add up to those of a free energy.</summary>
public static class LatentKernels
{
    private const float HalfLogTwoPi = 0.91893853320467274f;

    /// <summary>ln N(z; 0, I) of the last stochastic layer: assigned to <paramref name="logPrior"/> [R, B].</summary>
    public static void StandardNormal(Index2D at, SampleRows latent, ArrayView<float> logPrior)
    {
        float log = -HalfLogTwoPi * latent.Count;
        for (int d = 0; d < latent.Count; d++)
        {
            float z = latent.Row(at.Y, d)[at.X];
            log -= 0.5f * z * z;
        }
        logPrior[at.Y * latent.View.Batch + at.X] = log;
    }

    /// <summary>Adds scale z to the gradient of the last stochastic layer.</summary>
    public static void StandardNormalBackward(Index2D at, SampleRows latent, SampleRows gradient, float scale)
    {
        for (int d = 0; d < latent.Count; d++)
            gradient.Row(at.Y, d)[at.X] += scale * latent.Row(at.Y, d)[at.X];
    }

    /// <summary>Adds ln N(z; mu, sigma^2) to <paramref name="logPrior"/> [R, B]; the rows of <paramref name="output"/> are mu, then ln sigma.</summary>
    public static void Conditional(Index2D at, SampleRows latent, SampleView output, ArrayView<float> logPrior)
    {
        float log = -HalfLogTwoPi * latent.Count;
        for (int d = 0; d < latent.Count; d++)
        {
            float logSigma = output.Row(at.Y, latent.Count + d)[at.X];
            float noise = (latent.Row(at.Y, d)[at.X] - output.Row(at.Y, d)[at.X]) * XMath.Exp(-logSigma);
            log -= logSigma + 0.5f * noise * noise;
        }
        logPrior[at.Y * latent.View.Batch + at.X] += log;
    }

    /// <summary>Gradients of <see cref="Conditional"/>: added for z, and in place of mu and ln sigma in <paramref name="output"/>.</summary>
    public static void ConditionalBackward(Index2D at, SampleRows latent, SampleView output, SampleRows gradient, float scale)
    {
        for (int d = 0; d < latent.Count; d++)
        {
            ArrayView<float> mean = output.Row(at.Y, d);
            ArrayView<float> logSigma = output.Row(at.Y, latent.Count + d);
            float precision = XMath.Exp(-logSigma[at.X]);
            float noise = (latent.Row(at.Y, d)[at.X] - mean[at.X]) * precision;
            float slope = scale * noise * precision;
            gradient.Row(at.Y, d)[at.X] += slope;
            mean[at.X] = -slope;
            logSigma[at.X] = scale * (1f - noise * noise);
        }
    }

    /// <summary>
    /// Partial sums [R, tiles] over a tile (X) of a seed (Y) of the free energy at beta = 1, ln q0 - log-det - ln p(x|z) - ln p(z), and its
    /// greatest value.
    /// </summary>
    public static void FreeEnergy(
        Index2D at, SampleTiles tiles, ArrayView<float> logBase, ArrayView<float> logDet, ArrayView<float> logLikelihood,
        ArrayView<float> logPrior, ArrayView<float> partialSums, ArrayView<float> partialWorst)
    {
        int first = at.Y * tiles.Batch;
        float sum = 0;
        float worst = float.NegativeInfinity;
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
        {
            float loss = logBase[first + s] - logDet[first + s] - logLikelihood[first + s] - logPrior[first + s];
            sum += loss;
            worst = XMath.Max(worst, loss);
        }
        partialSums[at.Y * tiles.Tiles + at.X] = sum;
        partialWorst[at.Y * tiles.Tiles + at.X] = worst;
    }
}
