using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Points of single-precision numbers, each point padded to a multiple of four of them.</summary>
public readonly struct FloatReader(ArrayView<float> values, int valuesPerPoint) : IPointReader
{
    /// <summary>Features that one instance reads, and the padding of a point.</summary>
    public const int FeaturesPerGroup = 4;

    private readonly ArrayView<float> _values = values;
    private readonly int _valuesPerPoint = valuesPerPoint;

    /// <inheritdoc/>
    public int GroupSize => FeaturesPerGroup;

    /// <inheritdoc/>
    public void Read(PointAddress address, int group, FeatureWriter features)
    {
        int first = address.Row * _valuesPerPoint + FeaturesPerGroup * group;
        for (int i = 0; i < FeaturesPerGroup; i++)
            features.Set(i, _values[first + i]);
    }
}
