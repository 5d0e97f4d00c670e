namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Which point a sample is.</summary>
/// <param name="row">The row of its table.</param>
/// <param name="seed">The seed of the noise that binarizes it.</param>
/// <param name="epoch">The epoch of that noise, or <see cref="Images.Binarization.Static"/>.</param>
public readonly struct PointAddress(int row, int seed, long epoch)
{
    public readonly int Row = row;
    public readonly int Seed = seed;
    public readonly long Epoch = epoch;
}
