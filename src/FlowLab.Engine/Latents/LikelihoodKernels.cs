using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Latents;

/// <summary>Likelihoods; X = sample, Y = seed. Sums over the numbers of a point have one order, whatever else is in the launch.</summary>
public static class LikelihoodKernels
{
    private const float HalfLogTwoPi = 0.91893853320467274f;

    /// <summary>sum_i x_i y_i - softplus(y_i), y the logits.</summary>
    public static void Bernoulli(Index2D at, LikelihoodPass pass)
    {
        int point = at.X % pass.Points.Batch;
        float log = 0;
        for (int i = 0; i < pass.Points.Features; i++)
        {
            float logit = pass.Output.Row(at.Y, i)[at.X];
            log += pass.Points.Row(at.Y, i)[point] * logit - KernelMath.Softplus(logit);
        }
        pass.LogLikelihood[at.Y * pass.Output.Batch + at.X] = log;
    }

    /// <summary>As <see cref="Bernoulli"/>; the logits become scale (sigmoid(y) - x).</summary>
    public static void BernoulliGradient(Index2D at, LikelihoodPass pass)
    {
        int point = at.X % pass.Points.Batch;
        float log = 0;
        for (int i = 0; i < pass.Points.Features; i++)
        {
            ArrayView<float> row = pass.Output.Row(at.Y, i);
            float logit = row[at.X];
            float x = pass.Points.Row(at.Y, i)[point];
            float e = XMath.Exp(-XMath.Abs(logit));
            log += x * logit - (XMath.Max(logit, 0f) + KernelMath.Log1P(e));
            float sigmoid = (logit < 0f ? e : 1f) / (1f + e);
            row[at.X] = pass.Scale * (sigmoid - x);
        }
        pass.LogLikelihood[at.Y * pass.Output.Batch + at.X] = log;
    }

    /// <summary>
    /// sum_i ln N(logit(t_i); mu_i, alpha_i) - ln(t_i (1 - t_i)), t = margin + (1 - 2 margin) x; rows mu, then ln of the deviation. 1 - t is margin +
    /// (1 - 2 margin) (1 - x), in which nothing cancels: at white, t = 1 - 1e-4 in float32 would be off by up to 3e-4 of 1 - t, and so would logit(t).
    /// </summary>
    public static void LogitNormal(Index2D at, LikelihoodPass pass, LogitNormalConstants constants)
    {
        float margin = constants.Margin;
        int point = at.X % pass.Points.Batch;
        float log = -HalfLogTwoPi * pass.Points.Features;
        for (int i = 0; i < pass.Points.Features; i++)
        {
            float x = pass.Points.Row(at.Y, i)[point];
            float logT = XMath.Log(margin + (1f - 2f * margin) * x), logRest = XMath.Log(margin + (1f - 2f * margin) * (1f - x));
            FlooredVariance variance = new(pass.Output.Row(at.Y, pass.Points.Features + i)[at.X], constants.LogFloor);
            float distance = logT - logRest - pass.Output.Row(at.Y, i)[at.X];
            log -= 0.5f * distance * distance * variance.Precision + 0.5f * variance.Log + logT + logRest;
        }
        pass.LogLikelihood[at.Y * pass.Output.Batch + at.X] = log;
    }

    /// <summary>As <see cref="LogitNormal"/>; the outputs become the gradients of -scale ln p.</summary>
    public static void LogitNormalGradient(Index2D at, LikelihoodPass pass, LogitNormalConstants constants)
    {
        float margin = constants.Margin;
        int point = at.X % pass.Points.Batch;
        float log = -HalfLogTwoPi * pass.Points.Features;
        for (int i = 0; i < pass.Points.Features; i++)
        {
            float x = pass.Points.Row(at.Y, i)[point];
            float logT = XMath.Log(margin + (1f - 2f * margin) * x), logRest = XMath.Log(margin + (1f - 2f * margin) * (1f - x));
            ArrayView<float> means = pass.Output.Row(at.Y, i);
            ArrayView<float> logDeviations = pass.Output.Row(at.Y, pass.Points.Features + i);
            FlooredVariance variance = new(logDeviations[at.X], constants.LogFloor);
            float precision = variance.Precision;
            float distance = logT - logRest - means[at.X];
            float ratio = distance * distance * precision;
            log -= 0.5f * ratio + 0.5f * variance.Log + logT + logRest;
            means[at.X] = -pass.Scale * distance * precision;
            logDeviations[at.X] = pass.Scale * (1f - ratio) * variance.Share;
        }
        pass.LogLikelihood[at.Y * pass.Output.Batch + at.X] = log;
    }

    /// <summary>sum_i ln N(x_i; mu_i, sigma_i^2); rows mu, then ln sigma.</summary>
    public static void Gaussian(Index2D at, LikelihoodPass pass)
    {
        int point = at.X % pass.Points.Batch;
        float log = -HalfLogTwoPi * pass.Points.Features;
        for (int i = 0; i < pass.Points.Features; i++)
        {
            float logSigma = pass.Output.Row(at.Y, pass.Points.Features + i)[at.X];
            float noise = (pass.Points.Row(at.Y, i)[point] - pass.Output.Row(at.Y, i)[at.X]) * XMath.Exp(-logSigma);
            log -= logSigma + 0.5f * noise * noise;
        }
        pass.LogLikelihood[at.Y * pass.Output.Batch + at.X] = log;
    }

    /// <summary>As <see cref="Gaussian"/>; the outputs become the gradients of -scale ln p.</summary>
    public static void GaussianGradient(Index2D at, LikelihoodPass pass)
    {
        int point = at.X % pass.Points.Batch;
        float log = -HalfLogTwoPi * pass.Points.Features;
        for (int i = 0; i < pass.Points.Features; i++)
        {
            ArrayView<float> means = pass.Output.Row(at.Y, i);
            ArrayView<float> logSigmas = pass.Output.Row(at.Y, pass.Points.Features + i);
            float precision = XMath.Exp(-logSigmas[at.X]);
            float noise = (pass.Points.Row(at.Y, i)[point] - means[at.X]) * precision;
            log -= logSigmas[at.X] + 0.5f * noise * noise;
            means[at.X] = -pass.Scale * noise * precision;
            logSigmas[at.X] = pass.Scale * (1f - noise * noise);
        }
        pass.LogLikelihood[at.Y * pass.Output.Batch + at.X] = log;
    }
}
