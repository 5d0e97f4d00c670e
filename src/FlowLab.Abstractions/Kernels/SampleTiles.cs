namespace FlowLab.Kernels;

/// <summary>
/// How the samples of a batch are dealt to kernel instances: tile t handles the samples
/// <c>First(t) + j * Step</c> below <c>End(t)</c>, j = 0, 1, .... One kernel instance handles one tile of one seed, so that sums over a
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

    private const int BlockShift = 4;

    private readonly int _tileStride;
    private readonly int _blockGap;
    private readonly int _largest;

    private SampleTiles(int batch, int tiles, int step, int tileStride, int largest, int blockGap = 0)
    {
        Batch = batch;
        Tiles = tiles;
        Step = step;
        _tileStride = tileStride;
        _largest = largest;
        _blockGap = blockGap;
    }

    /// <summary>Neighbouring tiles that share a block of samples in <see cref="Blocked"/>: the lanes of the widest vectors.</summary>
    public const int BlockTiles = 1 << BlockShift;

    /// <summary>Tiles of neighbouring samples: best where one thread walks a tile.</summary>
    public static SampleTiles Contiguous(int batch, int samplesPerTile) =>
        new(batch, (batch + samplesPerTile - 1) / samplesPerTile, 1, samplesPerTile, samplesPerTile);

    /// <summary>Sample s belongs to tile s mod <paramref name="tiles"/>: best where neighbouring lanes run neighbouring tiles.</summary>
    public static SampleTiles Interleaved(int batch, int tiles) =>
        new(batch, Math.Min(batch, tiles), Math.Min(batch, tiles), 1, (batch + Math.Min(batch, tiles) - 1) / Math.Min(batch, tiles));

    /// <summary>
    /// Blocks of neighbouring samples, each dealt in turn to <see cref="BlockTiles"/> tiles: best where neighbouring lanes run neighbouring tiles and threads run a
    /// block each, so that no two threads write to one line of a cache. No tile is empty.
    /// </summary>
    /// <param name="batch">Samples in the batch, B.</param>
    /// <param name="tiles">Tiles wanted; there may be fewer.</param>
    public static SampleTiles Blocked(int batch, int tiles)
    {
        int blocks = Math.Max(1, tiles / BlockTiles);
        int largest = Math.Max(1, (batch + blocks * BlockTiles - 1) / (blocks * BlockTiles));
        while (HasShortBlock(batch, largest * BlockTiles))
            largest++;
        blocks = (batch + largest * BlockTiles - 1) / (largest * BlockTiles);
        return blocks < 2
            ? Interleaved(batch, BlockTiles)
            : new(batch, blocks * BlockTiles, BlockTiles, 1, largest, (largest - 1) * BlockTiles);
    }

    /// <summary>Whether the last of several blocks has fewer samples than tiles.</summary>
    private static bool HasShortBlock(int batch, int block) => batch > block && batch % block is > 0 and < BlockTiles;

    /// <summary>One tile per sample: the layout of amortised parameters, which differ from sample to sample.</summary>
    public static SampleTiles PerSample(int batch) => Contiguous(batch, 1);

    /// <summary>The first sample of <paramref name="tile"/>.</summary>
    public int First(int tile) => tile * _tileStride + (tile >> BlockShift) * _blockGap;

    /// <summary>One past the last sample of <paramref name="tile"/>, to be used with <see cref="Step"/>.</summary>
    public int End(int tile)
    {
        int end = First(tile) + _largest * Step;
        return end < Batch ? end : Batch;
    }
}
