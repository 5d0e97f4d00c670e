using FlowLab.Data;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>
/// p(x|z) = prod_i N(logit(t_i); mu_i, alpha_i) / (t_i (1 - t_i)) with t = margin + (1 - 2 margin) x for intensities x in [0, 1] (Rezende and Mohamed
/// 2015, section 6.4): a density of t with respect to Lebesgue measure on (0, 1)^D, as the paper's Table 3 has it. Densities of 8-bit
/// levels divided by 255 would be lower by D ln(255 / (1 - 2 margin)) nats. alpha_i = exp(2 s_i) + floor^2 with the network's outputs mu, s.
/// </summary>
internal sealed class LogitNormalLikelihood(LikelihoodSettings settings, Accelerator accelerator) : ILikelihood
{
    private const float NoFloor = -1e30f;

    private readonly float _margin = (float)settings.Margin;
    private readonly LikelihoodLaunches _launches = LikelihoodLaunches.Of(
        accelerator, LikelihoodKernels.LogitNormal, LikelihoodKernels.LogitNormalGradient,
        new LogitNormalConstants((float)settings.Margin, settings.Floor == 0 ? NoFloor : (float)(2 * Math.Log(settings.Floor))));

    public string Name => "logit-normal";

    public string Measure => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"density of intensities mapped to [{settings.Margin}, 1 - {settings.Margin}], Lebesgue measure on (0, 1)^D");

    public string PictureLabel => "medians";

    public int OutputCount(int dimension) => 2 * dimension;

    public bool Accepts(PointValues values) => values == PointValues.Intensities;

    public void Evaluate(in LikelihoodPass pass) => _launches.Evaluate(pass);

    public void EvaluateWithGradient(in LikelihoodPass pass) => _launches.EvaluateWithGradient(pass);

    public void Picture(ReadOnlySpan<float> output, Span<float> intensities)
    {
        for (int i = 0; i < intensities.Length; i++)
            intensities[i] = Math.Clamp((KernelMath.Sigmoid(output[i]) - _margin) / (1 - 2 * _margin), 0, 1);
    }
}
