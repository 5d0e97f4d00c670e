namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>The second derivatives of an energy at one point.</summary>
public readonly struct EnergyCurve(float curve11, float curve12, float curve22)
{
    /// <summary>d2U/dz1 dz1.</summary>
    public readonly float Curve11 = curve11;

    /// <summary>d2U/dz1 dz2.</summary>
    public readonly float Curve12 = curve12;

    /// <summary>d2U/dz2 dz2.</summary>
    public readonly float Curve22 = curve22;
}
