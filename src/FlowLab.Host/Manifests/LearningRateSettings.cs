using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Host.Manifests;

/// <summary>What the manifest says about every optimizer, beside the optimizer's own settings.</summary>
public sealed class LearningRateSettings
{
    [Description("Learning rate before the schedule's factor."), Range(0.0, 1000.0, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;
}
