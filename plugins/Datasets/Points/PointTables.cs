using FlowLab.Plugins.Datasets.Images;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>
/// The tables of one device, shared by all datasets of a run: a sweep builds a dataset per cell, but reads and uploads each table once. They stay
/// until the run ends.
/// </summary>
/// <param name="accelerator">The device.</param>
public sealed class PointTables(Accelerator accelerator) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Source, PointStorage? Storage, int NoiseSeed), PointTable> _tables = [];

    /// <summary>The device.</summary>
    public Accelerator Accelerator => accelerator;

    /// <summary>How many tables have been made.</summary>
    public int Count => _tables.Count;

    /// <summary>A table, which is made when it is first asked for, and which the caller does not dispose.</summary>
    /// <param name="source">Says which files, in which version, and which split; equal sources have equal points.</param>
    /// <param name="kind">How points are binarized.</param>
    /// <param name="noiseSeed">The seed of static binarization.</param>
    /// <param name="read">Reads the files.</param>
    public PointTable Get(string source, BinarizationKind kind, int noiseSeed, Func<DataSplit> read)
    {
        // Dynamic binarization needs the same table as none.
        (string, PointStorage?, int) key = kind == BinarizationKind.Static ? (source, PointStorage.Bits, noiseSeed) : (source, null, 0);
        lock (_lock)
        {
            if (!_tables.TryGetValue(key, out PointTable? table))
                _tables.Add(key, table = new PointTableBuilder(accelerator, read(), kind, noiseSeed).Build());
            return table;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (PointTable table in _tables.Values)
                table.Dispose();
            _tables.Clear();
        }
    }
}
