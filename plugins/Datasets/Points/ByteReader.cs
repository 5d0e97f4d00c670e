using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Points of bytes, four to a word, the first in the lowest bits; a byte k is the intensity k / 255.</summary>
public readonly struct ByteReader(ArrayView<uint> words, int wordsPerPoint) : IPointReader
{
    /// <summary>Features in a word.</summary>
    public const int FeaturesPerWord = 4;

    private const float Brightest = 255f;

    private readonly ArrayView<uint> _words = words;
    private readonly int _wordsPerPoint = wordsPerPoint;

    /// <inheritdoc/>
    public int GroupSize => FeaturesPerWord;

    /// <inheritdoc/>
    public void Read(PointAddress address, int group, FeatureWriter features)
    {
        uint word = _words[address.Row * _wordsPerPoint + group];
        features.Set(0, (word & 255) / Brightest);
        features.Set(1, ((word >> 8) & 255) / Brightest);
        features.Set(2, ((word >> 16) & 255) / Brightest);
        features.Set(3, (word >> 24) / Brightest);
    }
}
