using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tests.Runs;

/// <summary>A run of two cells, written the way the program writes one.</summary>
internal static class SampleStore
{
    public static readonly string[] Axes = ["target", "K"];

    public static readonly RunCell[] Cells = [Cell(0, "U1-2", "U1", "2"), Cell(1, "U1-8", "U1", "8")];

    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static RunCell Cell(int index, string id, string target, string length) =>
        new(index, id, new Dictionary<string, string> { ["target"] = target, ["K"] = length }, $$"""{"flow":[{"length":{{length}}}]}""");

    /// <summary>A folder with its cells registered.</summary>
    public static RunFolder Create(string path)
    {
        RunFolder folder = RunFolder.Create(path);
        folder.WriteManifest("{}");
        using RunStore store = RunStore.OpenOrCreate(folder);
        store.RegisterCells(Axes, Cells);
        return folder;
    }

    /// <summary>Trains cell 0 from one checkpoint to another, every 100 updates.</summary>
    public static void Train(RunStore store, long from, long to, int dropAfterCheckpoint = 0)
    {
        for (long step = from + 100; step <= to; step += 100)
            store.AppendCheckpoint(0, step, Points(step), step == 300 ? [Stopped(step)] : []);
        if (dropAfterCheckpoint > 0)
            store.AppendCheckpoint(0, to + dropAfterCheckpoint, Points(to + dropAfterCheckpoint), [Stopped(to + dropAfterCheckpoint)]);
    }

    public static SeedMetric[] Finals(double shift = 0) =>
    [
        new(7, SampleMetrics.FreeEnergy, -1.25 + shift), new(3, SampleMetrics.FreeEnergy, double.NaN),
        new(7, SampleMetrics.Divergence, 0.1 + shift), new(3, SampleMetrics.Divergence, double.NaN),
    ];

    public static RunDensity[] Densities() =>
    [
        new(RunDensity.Target, null, new DensityImage(-4, 4, 2, [0f, 0.25f, float.Epsilon, 1e30f])),
        new(RunDensity.Model, 7, new DensityImage(-4.5, 4.5, 1, [3f])),
    ];

    private static CurvePoint[] Points(long step) =>
        [new(7, step, "free_energy", 10.0 / step), new(3, step, "free_energy", step < 300 ? 20.0 / step : double.NaN)];

    private static RunEvent Stopped(long step) => new(Noon, 0, 3, step, RunEventKind.SeedStopped, "layer 5 of 8: log-det is not finite");
}
