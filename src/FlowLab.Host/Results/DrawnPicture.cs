namespace FlowLab.Host.Results;

/// <summary>A picture of a cell, without its pixels.</summary>
/// <param name="IsDensity">Whether it is a density; otherwise a sheet of images.</param>
/// <param name="Id">Its number in its table.</param>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Name">What it shows.</param>
/// <param name="Seed">The seed that drew it; null for a target.</param>
internal sealed record DrawnPicture(bool IsDensity, long Id, int Cell, string Name, int? Seed);
