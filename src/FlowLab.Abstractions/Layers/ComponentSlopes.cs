namespace FlowLab.Layers;

/// <summary>Derivatives of a <see cref="IComponentMap"/> with respect to the component z.</summary>
/// <param name="slope">dz'/dz, positive.</param>
/// <param name="logSlopeSlope">d(ln dz'/dz)/dz.</param>
public readonly struct ComponentSlopes(float slope, float logSlopeSlope)
{
    /// <summary>dz'/dz, positive.</summary>
    public readonly float Slope = slope;

    /// <summary>d(ln dz'/dz)/dz.</summary>
    public readonly float LogSlopeSlope = logSlopeSlope;
}
