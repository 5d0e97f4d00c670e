using FlowLab.Engine.Cells;

namespace FlowLab.Engine.Training;

/// <summary>The numbers of <see cref="ClipSettings"/> as kernels use them; a limit that is off is the greatest number.</summary>
public readonly struct ClipRule(ClipSettings settings, bool isModel)
{
    public readonly float Factor = Limit(settings.Factor ?? (isModel ? ClipSettings.FactorOfModels : 0));
    public readonly float Decay = (float)settings.Decay;
    public readonly float Norm = Limit(settings.Norm);

    /// <summary>Whether gradients are clipped at all.</summary>
    public bool IsOn => Factor < float.MaxValue || Norm < float.MaxValue;

    private static float Limit(double setting) => setting > 0 ? (float)setting : float.MaxValue;
}
