using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Points of bits: feature i of a point is bit i mod 32 of its word i / 32.</summary>
public readonly struct BitReader(ArrayView<uint> words, int wordsPerPoint) : IPointReader
{
    /// <summary>Features in a word.</summary>
    public const int FeaturesPerWord = 32;

    private readonly ArrayView<uint> _words = words;
    private readonly int _wordsPerPoint = wordsPerPoint;

    /// <inheritdoc/>
    public int GroupSize => FeaturesPerWord;

    /// <inheritdoc/>
    public void Read(PointAddress address, int group, FeatureWriter features)
    {
        uint word = _words[address.Row * _wordsPerPoint + group];
        for (int i = 0; i < features.Count; i++)
            features.Set(i, (word >> i) & 1);
    }
}
