namespace FlowLab.Plugins.Optimizers.Rules;

/// <summary>The numbers of one RMSprop update.</summary>
public readonly struct RmsPropRule(RmsPropSettings settings)
{
    public readonly float Momentum = (float)settings.Momentum;
    public readonly float Decay = (float)settings.Decay;
    public readonly float NewWeight = (float)(1 - settings.Decay);
    public readonly float Epsilon = (float)settings.Epsilon;
}
