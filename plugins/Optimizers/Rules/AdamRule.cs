namespace FlowLab.Plugins.Optimizers.Rules;

/// <summary>The numbers of one Adam update. The bias corrections of update t are formed in double precision on the host.</summary>
public readonly struct AdamRule(AdamSettings settings, long update)
{
    public readonly float MeanDecay = (float)settings.Beta1;
    public readonly float MeanNewWeight = (float)(1 - settings.Beta1);
    public readonly float SquareDecay = (float)settings.Beta2;
    public readonly float SquareNewWeight = (float)(1 - settings.Beta2);

    /// <summary>1 / (1 - beta1^t).</summary>
    public readonly float MeanCorrection = (float)(1 / (1 - Math.Pow(settings.Beta1, update)));

    /// <summary>1 / sqrt(1 - beta2^t).</summary>
    public readonly float RootCorrection = (float)(1 / Math.Sqrt(1 - Math.Pow(settings.Beta2, update)));

    public readonly float Epsilon = (float)settings.Epsilon;
}
