using ILGPU;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>A <see cref="PointAddress"/> for each sample of each seed, [R, B], in one array per field.</summary>
public readonly struct PointAddresses(ArrayView<int> rows, ArrayView<int> seeds, ArrayView<long> epochs, int batch)
{
    private readonly ArrayView<int> _rows = rows;
    private readonly ArrayView<int> _seeds = seeds;
    private readonly ArrayView<long> _epochs = epochs;

    /// <summary>Samples per seed, B.</summary>
    public readonly int Batch = batch;

    /// <summary>The point of a sample of the seed at a position.</summary>
    public PointAddress this[int position, int sample]
    {
        get
        {
            int at = position * Batch + sample;
            return new PointAddress(_rows[at], _seeds[at], _epochs[at]);
        }
    }

    /// <summary>Says which point a sample is.</summary>
    public void Set(int position, int sample, PointAddress address)
    {
        int at = position * Batch + sample;
        _rows[at] = address.Row;
        _seeds[at] = address.Seed;
        _epochs[at] = address.Epoch;
    }
}
