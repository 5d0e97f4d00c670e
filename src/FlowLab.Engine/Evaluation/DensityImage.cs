namespace FlowLab.Engine.Evaluation;

/// <summary>A normalised density on a square grid, for pictures.</summary>
/// <param name="Minimum">Lower end of both axes.</param>
/// <param name="Maximum">Upper end of both axes.</param>
/// <param name="Resolution">Cells per axis, N.</param>
/// <param name="Values">[N, N], density at the cell centres; row i is z2 (from the bottom up), column j is z1.</param>
public sealed record DensityImage(double Minimum, double Maximum, int Resolution, float[] Values);
