namespace FlowLab.Benchmarks.Growth;

/// <summary>Cells that differ in one size.</summary>
/// <param name="Model">What is trained: flow or model.</param>
/// <param name="Axis">The size that grows.</param>
/// <param name="Values">Its values.</param>
/// <param name="Of">The cell of a value.</param>
internal sealed record GrowthSeries(string Model, string Axis, IReadOnlyList<int> Values, Func<int, GrowthPoint> Of)
{
    private static readonly GrowthPoint Flow = new(IsModel: false, Length: 8, Dimension: 2, Batch: 1000, Width: 0, Seeds: 1);
    private static readonly GrowthPoint Latent = new(IsModel: true, Length: 10, Dimension: 40, Batch: 100, Width: 200, Seeds: 1);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GrowthSeries> All { get; } =
    [
        new("flow", "K", [2, 4, 8, 16, 32, 64, 128, 256], value => Flow with { Length = value }),
        new("flow", "D", [2, 4, 8, 16, 32, 64, 128, 256, 512], value => Flow with { Dimension = value }),
        new("flow", "batch", [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000], value => Flow with { Batch = value }),
        new("flow", "seeds", [1, 2, 5, 10, 20, 50, 100], value => Flow with { Seeds = value }),
        new("model", "K", [2, 4, 8, 16, 32, 64, 128, 256], value => Latent with { Length = value }),
        new("model", "D", [2, 4, 8, 16, 32, 64, 128, 256, 512], value => Latent with { Dimension = value }),
        new("model", "batch", [10, 20, 50, 100, 200, 500, 1000], value => Latent with { Batch = value }),
        new("model", "width", [25, 50, 100, 200, 400, 800], value => Latent with { Width = value }),
        new("model", "seeds", [1, 2, 5, 10, 20, 50, 100], value => Latent with { Width = 50, Seeds = value }),
    ];
}
