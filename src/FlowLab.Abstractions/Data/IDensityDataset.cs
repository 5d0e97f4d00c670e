namespace FlowLab.Data;

/// <summary>
/// A dataset whose density is known. Figures of a fit to it stand beside those of the density itself, which no fit surpasses but by chance.
/// </summary>
public interface IDensityDataset : IDataset
{
    /// <summary>Whether the settings leave a density: without noise, points on a circle have none.</summary>
    bool HasDensity => true;

    /// <summary>
    /// ln p(x) in nats, in double precision; negative infinity where p is 0. Every point that <see cref="IDataset.Draw"/> can give has a finite one.
    /// Not called where <see cref="HasDensity"/> is false.
    /// </summary>
    /// <param name="point">[D]: the point x.</param>
    double LogDensity(ReadOnlySpan<float> point);
}
