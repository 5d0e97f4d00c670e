using System.Globalization;
using System.Text;
using FlowLab.Kernels;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>A flow in a shape, with parameters and points.</summary>
public sealed record FlowCase : ILawCase<FlowCase>
{
    private static readonly int[] Dimensions = [1, 2, 3];

    private static readonly int[] Batches = [1, 2, 3, 8, 64];

    /// <summary>Dimension D of z.</summary>
    public int Dimension { get; init; } = 2;

    /// <summary>Layers K.</summary>
    public int Length { get; init; } = 1;

    /// <summary>Samples per seed, B.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>The seeds on the seeds axis, [R].</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [3];

    /// <summary>Whether every sample has its own parameters.</summary>
    public bool IsAmortized { get; init; }

    /// <summary>Samples per tile, with global parameters.</summary>
    public int TileSize { get; init; } = 2;

    /// <summary>Whether neighboring samples belong to different tiles, as on a GPU.</summary>
    public bool IsInterleaved { get; init; }

    /// <summary>Standard deviation of what is added to the initial parameters.</summary>
    public double Noise { get; init; } = 0.2;

    /// <summary>Standard deviation of the points.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>[R, P], or [R, P, B] if amortized; null: the initial ones with <see cref="Noise"/>.</summary>
    public IReadOnlyList<float>? Parameters { get; init; }

    /// <summary>z0, [R, D, B]; null: normal with <see cref="Spread"/>.</summary>
    public IReadOnlyList<float>? Points { get; init; }

    /// <summary>How samples are dealt to kernel instances.</summary>
    public SampleTiles Tiles => (IsAmortized, IsInterleaved) switch
    {
        (true, false) => SampleTiles.PerSample(Batch),
        (true, true) => SampleTiles.Interleaved(Batch, Batch),
        (false, false) => SampleTiles.Contiguous(Batch, TileSize),
        (false, true) => Dealt((Batch + TileSize - 1) / TileSize),
    };

    /// <summary>As the host deals samples of a batch, where there are tiles enough for it.</summary>
    private SampleTiles Dealt(int tiles) => tiles < 2 * SampleTiles.BlockTiles ? SampleTiles.Interleaved(Batch, tiles) : SampleTiles.Blocked(Batch, tiles);

    /// <inheritdoc/>
    public IEnumerable<FlowCase> Simpler() => Parameters is null || Points is null ? SimplerShapes() : FlowCaseNumbers.Simpler(this);

    /// <inheritdoc/>
    public string ToCode()
    {
        var code = new StringBuilder();
        code.Append(CultureInfo.InvariantCulture, $"new FlowCase {{ Dimension = {Dimension}, Length = {Length}, Batch = {Batch}, Seeds = {CodeText.Of(Seeds)}");
        if (IsAmortized)
            code.Append(", IsAmortized = true");
        if (IsInterleaved)
            code.Append(", IsInterleaved = true");
        if (!IsAmortized && TileSize != 2)
            code.Append(CultureInfo.InvariantCulture, $", TileSize = {TileSize}");
        if (Noise != 0.2)
            code.Append(CultureInfo.InvariantCulture, $", Noise = {Noise:R}");
        if (Spread != 1)
            code.Append(CultureInfo.InvariantCulture, $", Spread = {Spread:R}");
        if (Parameters is not null)
            code.Append(CultureInfo.InvariantCulture, $", Parameters = {CodeText.Of(Parameters)}");
        if (Points is not null)
            code.Append(CultureInfo.InvariantCulture, $", Points = {CodeText.Of(Points)}");
        return code.Append(" }").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"D={Dimension} K={Length} B={Batch} R={Seeds.Count}{(IsAmortized ? " amortized" : "")}{(IsInterleaved ? " interleaved" : "")}");

    private IEnumerable<FlowCase> SimplerShapes()
    {
        foreach (int dimension in Dimensions.Where(smaller => smaller < Dimension))
            yield return this with { Dimension = dimension };
        if (Length > 1)
            yield return this with { Length = 1 };
        foreach (int batch in Batches.Where(smaller => smaller < Batch))
            yield return this with { Batch = batch };
        if (Seeds.Count > 1)
            yield return this with { Seeds = [.. Seeds.Take(1)] };
        if (IsAmortized)
            yield return this with { IsAmortized = false };
    }
}
