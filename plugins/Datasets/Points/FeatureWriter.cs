using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Where an instance writes neighboring features of one sample: rows of [R, D, B], one apart.</summary>
public readonly struct FeatureWriter
{
    private readonly ArrayView<float> _values;
    private readonly int _first;
    private readonly int _stride;

    /// <summary>The features from <paramref name="feature"/> on, up to <paramref name="count"/> of them, of a sample of the seed at a position.</summary>
    public FeatureWriter(SampleView samples, int position, int sample, int feature, int count)
    {
        _values = samples.Values;
        _first = (position * samples.Features + feature) * samples.Batch + sample;
        _stride = samples.Batch;
        Count = count < samples.Features - feature ? count : samples.Features - feature;
    }

    /// <summary>Features to write.</summary>
    public int Count { get; }

    /// <summary>Writes feature <paramref name="i"/> of them; nothing if there are not so many.</summary>
    public void Set(int i, float value)
    {
        if (i < Count)
            _values[_first + i * _stride] = value;
    }
}
