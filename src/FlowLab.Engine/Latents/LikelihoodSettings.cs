using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Engine.Latents;

/// <summary>The density p(x|z).</summary>
public sealed class LikelihoodSettings
{
    [Description("bernoulli for binary points; logit-normal for intensities in [0, 1]; gaussian for any numbers.")]
    public LikelihoodKind Type { get; init; } = LikelihoodKind.Bernoulli;

    [Description("logit-normal: intensities are mapped linearly from [0, 1] to [margin, 1 - margin]; the paper's eps."), Range(1e-6, 0.4)]
    public double Margin { get; init; } = 1e-4;

    [Description("logit-normal: lower bound of the standard deviation of logit(x), without which a pixel that never varies has no greatest density; 0: none."), Range(0.0, 10.0)]
    public double Floor { get; init; } = 0.01;
}
