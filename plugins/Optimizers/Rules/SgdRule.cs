namespace FlowLab.Plugins.Optimizers.Rules;

/// <summary>The numbers of one SGD update; Nesterov's form and the plain one differ in the two weights only.</summary>
public readonly struct SgdRule(SgdSettings settings)
{
    public readonly float Momentum = (float)settings.Momentum;
    public readonly float GradientWeight = settings.Nesterov ? 1f : 0f;
    public readonly float VelocityWeight = settings.Nesterov ? (float)settings.Momentum : 1f;
}
