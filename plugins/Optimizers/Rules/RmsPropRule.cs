namespace FlowLab.Plugins.Optimizers.Rules;

/// <summary>The numbers of one RMSprop update.</summary>
/// <param name="settings">The settings.</param>
/// <param name="update">The update, from 1.</param>
public readonly struct RmsPropRule(RmsPropSettings settings, long update)
{
    public readonly float Momentum = (float)settings.Momentum;
    public readonly float Decay = (float)settings.Decay;
    public readonly float NewWeight = (float)(1 - settings.Decay);
    public readonly float Epsilon = (float)settings.Epsilon;

    /// <summary>1, or the factor 1 / sqrt(1 - decay^t) on the root of the mean of squares that undoes its start at zero.</summary>
    public readonly float RootCorrection = settings.BiasCorrection ? (float)(1 / Math.Sqrt(1 - Math.Pow(settings.Decay, update))) : 1;
}
