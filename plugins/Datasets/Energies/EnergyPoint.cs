namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>An energy and its gradient at one point.</summary>
public readonly struct EnergyPoint(float value, float slope1, float slope2)
{
    /// <summary>U(z), nats.</summary>
    public readonly float Value = value;

    /// <summary>dU/dz1.</summary>
    public readonly float Slope1 = slope1;

    /// <summary>dU/dz2.</summary>
    public readonly float Slope2 = slope2;
}
