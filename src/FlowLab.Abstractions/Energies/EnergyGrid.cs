namespace FlowLab.Energies;

/// <summary>The square on which a two-dimensional target is normalised and drawn.</summary>
/// <param name="Minimum">Lower end of both axes.</param>
/// <param name="Maximum">Upper end of both axes.</param>
/// <param name="Resolution">Cells per axis; the density is taken at the cell centres.</param>
public sealed record EnergyGrid(double Minimum, double Maximum, int Resolution)
{
    /// <summary>Side of a cell.</summary>
    public double Spacing => (Maximum - Minimum) / Resolution;

    /// <summary>Centre of cell <paramref name="index"/> along an axis.</summary>
    public double Center(int index) => Minimum + (index + 0.5) * Spacing;
}
