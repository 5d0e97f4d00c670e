using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Points that are binarized whenever they are read.</summary>
public readonly struct InkReader<TInk>(TInk ink) : IPointReader
    where TInk : struct, IInkReader
{
    private readonly TInk _ink = ink;

    /// <inheritdoc/>
    public int GroupSize => Binarization.PixelsPerBlock;

    /// <inheritdoc/>
    public void Read(PointAddress address, int group, FeatureWriter features)
    {
        uint ink = _ink.Ink(address, group);
        for (int i = 0; i < Binarization.PixelsPerBlock; i++)
            features.Set(i, (ink >> i) & 1);
    }
}
