namespace FlowLab.Kernels;

/// <summary>
/// How the samples of a batch are dealt to kernel instances: tile t handles the samples
/// <c>First(t) + j * Step</c> for j = 0 .. <c>Count(t) - 1</c>. One kernel instance handles one tile of one seed, so that sums over a
/// tile need no atomics and have one order, whatever the number of threads and of seeds in the launch.
/// </summary>
public readonly struct SampleTiles
{
    /// <summary>Samples in the batch, B.</summary>
    public readonly int Batch;

    /// <summary>Number of tiles.</summary>
    public readonly int Tiles;

    /// <summary>Distance between two samples of a tile.</summary>
    public readonly int Step;

    private readonly int _tileStride;
    private readonly int _largest;

    private SampleTiles(int batch, int tiles, int step, int tileStride, int largest)
    {
        Batch = batch;
        Tiles = tiles;
        Step = step;
        _tileStride = tileStride;
        _largest = largest;
    }

    /// <summary>Tiles of neighbouring samples: best where one thread walks a tile.</summary>
    public static SampleTiles Contiguous(int batch, int samplesPerTile) =>
        new(batch, (batch + samplesPerTile - 1) / samplesPerTile, 1, samplesPerTile, samplesPerTile);

    /// <summary>Sample s belongs to tile s mod <paramref name="tiles"/>: best where neighbouring lanes run neighbouring tiles.</summary>
    public static SampleTiles Interleaved(int batch, int tiles) =>
        new(batch, Math.Min(batch, tiles), Math.Min(batch, tiles), 1, (batch + Math.Min(batch, tiles) - 1) / Math.Min(batch, tiles));

    /// <summary>One tile per sample: the layout of amortised parameters, which differ from sample to sample.</summary>
    public static SampleTiles PerSample(int batch) => Contiguous(batch, 1);

    /// <summary>The first sample of <paramref name="tile"/>.</summary>
    public int First(int tile) => tile * _tileStride;

    /// <summary>One past the last sample of <paramref name="tile"/>, to be used with <see cref="Step"/>.</summary>
    public int End(int tile)
    {
        int end = tile * _tileStride + _largest * Step;
        return end < Batch ? end : Batch;
    }
}
