using FlowLab.Kernels;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>
/// One batch that has every sample of a case once per coordinate and step: a single launch then gives all values that differences need, since every sample
/// brings its own parameters, or shares those of its seed where only points move. Sample (b C + c) O + o is sample b with coordinate c moved by offset o.
/// </summary>
internal sealed class MovedSamples
{
    private const int TileSize = 16;

    private readonly FlowTrial _trial;
    private readonly StepLadder _ladder;
    private readonly IReadOnlyList<Coordinate> _coordinates;
    private readonly int[] _tileOf;

    /// <param name="trial">The case.</param>
    /// <param name="ladder">The steps by which it moves.</param>
    /// <param name="points">Where samples are before they are moved, [R, D, B].</param>
    /// <param name="coordinates">What moves.</param>
    public MovedSamples(FlowTrial trial, StepLadder ladder, float[] points, IReadOnlyList<Coordinate> coordinates)
    {
        _trial = trial;
        _ladder = ladder;
        _coordinates = coordinates;
        _tileOf = TilesOf(trial.Situation.Tiles);
        FlowInputs inputs = trial.Inputs;
        Batch = inputs.Batch * coordinates.Count * ladder.Offsets.Count;
        Points = Expand(points, inputs.Dimension, CoordinateKind.State, (row, sample) => row * inputs.Batch + sample);
        Inputs = !inputs.IsAmortized && coordinates.All(coordinate => coordinate.Kind == CoordinateKind.State) ? Shared(inputs) : Own(inputs);
    }

    /// <summary>Samples per seed.</summary>
    public int Batch { get; }

    /// <summary>[R, D, Batch].</summary>
    public float[] Points { get; }

    /// <summary>What passes need.</summary>
    public FlowInputs Inputs { get; }

    /// <summary>The moved sample with the first offset.</summary>
    public int First(int sample, int coordinate) => (sample * _coordinates.Count + coordinate) * _ladder.Offsets.Count;

    /// <summary>The tile of every sample.</summary>
    public static int[] TilesOf(SampleTiles tiles)
    {
        var tileOf = new int[tiles.Batch];
        for (int tile = 0; tile < tiles.Tiles; tile++)
            for (int s = tiles.First(tile); s < tiles.End(tile); s += tiles.Step)
                tileOf[s] = tile;
        return tileOf;
    }

    /// <summary>The parameters of the seeds, as they are; neighboring samples in different tiles, so that neighboring instances read neighboring numbers.</summary>
    private FlowInputs Shared(FlowInputs inputs)
    {
        var tiles = SampleTiles.Interleaved(Batch, (Batch + TileSize - 1) / TileSize);
        float[] context = [.. inputs.Context.Chunk(inputs.Tiles.Tiles).SelectMany(row => Enumerable.Repeat(row[0], tiles.Tiles))];
        return inputs with { Tiles = tiles, Context = context, IsWatched = false };
    }

    /// <summary>Parameters for every sample.</summary>
    private FlowInputs Own(FlowInputs inputs)
    {
        float[] parameters = Expand(
            inputs.Parameters, _trial.Flow.ParameterCount, CoordinateKind.Parameter,
            (row, sample) => inputs.IsAmortized ? row * inputs.Tiles.Tiles + _tileOf[sample] : row);
        float[] context = Expand(inputs.Context, _trial.Flow.ContextLength, CoordinateKind.Context, (row, sample) => row * inputs.Tiles.Tiles + _tileOf[sample]);
        return inputs with { Tiles = SampleTiles.PerSample(Batch), IsAmortized = true, Parameters = parameters, Context = context, IsWatched = false };
    }

    private float[] Expand(float[] values, int rows, CoordinateKind kind, Func<int, int, int> find)
    {
        int seeds = _trial.Inputs.Seeds, offsets = _ladder.Offsets.Count;
        var expanded = new float[seeds * rows * Batch];
        for (int row = 0; row < seeds * rows; row++)
        {
            for (int sample = 0; sample < _trial.Inputs.Batch; sample++)
                expanded.AsSpan(row * Batch + First(sample, 0), _coordinates.Count * offsets).Fill(values[find(row, sample)]);
        }
        for (int c = 0; c < _coordinates.Count; c++)
        {
            if (_coordinates[c].Kind != kind)
                continue;
            for (int row = 0; row < seeds * rows; row++)
            {
                if (!_coordinates[c].Has(row % rows))
                    continue;
                for (int sample = 0; sample < _trial.Inputs.Batch; sample++)
                    Move(expanded.AsSpan(row * Batch + First(sample, c), offsets), _coordinates[c].Weight(row % rows));
            }
        }
        return expanded;
    }

    private void Move(Span<float> values, double weight)
    {
        for (int o = 0; o < values.Length; o++)
            values[o] = (float)(values[o] + weight * _ladder.Offsets[o]);
    }
}
