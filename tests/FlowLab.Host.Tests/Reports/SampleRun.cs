using System.Globalization;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Reports;

/// <summary>Made-up results in the shape of the paper's Figure 3: four targets, three methods, three lengths, five seeds.</summary>
internal static class SampleRun
{
    public const int Seeds = 5;
    public static readonly string[] Axes = ["target", "method", "K"];
    public static readonly string[] Targets = ["U1", "U2", "U3", "U4"];
    public static readonly string[] Methods = ["planar", "NICE-perm", "NICE-orth"];
    public static readonly int[] Lengths = [2, 8, 32];
    public static readonly MetricDescription[] Metrics = [SampleMetrics.FreeEnergy, SampleMetrics.Divergence, SampleMetrics.SampleSize, SampleMetrics.GridError];
    public static readonly ReportLayout Layout = new("Figure 3", "target", ["method", "K"], "K", "method");

    private const int Updates = 10_000;

    public static RunResults Results(int resolution)
    {
        List<CellResults> cells = [];
        foreach (string target in Targets)
            foreach (string method in Methods)
                foreach (int length in Lengths)
                    cells.Add(Cell(cells.Count, target, method, length, resolution));
        return new RunResults(Environment(), Axes, Metrics, cells,
        [
            new RunEvent(SampleStore.Noon, null, null, null, RunEventKind.Note, "CPU device, 2 threads"),
            new RunEvent(SampleStore.Noon.AddMinutes(3), 8, 4, 7321, RunEventKind.SeedStopped, "layer 17 of 32 (nice-orth): log-det is not finite"),
        ]);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Environment() => RunEnvironment.Describe(
        "CPU (SIMD, 2 threads)", 2, "flowlab run manifests/figure3.json --seeds 5", SampleStore.Noon,
        [new PluginIdentity("FlowLab.Planar", "0.1.0", new string('a', 64)), new PluginIdentity("FlowLab.Nice", "0.1.0", new string('b', 64))]);

    private static CellResults Cell(int index, string target, string method, int length, int resolution)
    {
        string text = length.ToString(CultureInfo.InvariantCulture);
        var labels = new Dictionary<string, string> { ["target"] = target, ["method"] = method, ["K"] = text };
        double[] divergences = [.. Enumerable.Range(0, Seeds).Select(seed => Divergence(target, method, length, seed))];
        var cell = new RunCell(index, $"{target}-{method}-{text}", labels, $$"""{"target":{"type":"energy","name":"{{target}}"},"flow":[{"type":"{{method}}","length":{{text}}}],"seeds":5}""");
        RunDensity[] densities =
        [
            new(RunDensity.Target, null, SampleDensity.Of(target, resolution, 0)),
            new(RunDensity.Model, 2, SampleDensity.Of(target, resolution, Math.Min(divergences[2], 1))),
        ];
        return new CellResults(cell, CellStatus.Finished, Updates, Finals(divergences), Curve(divergences), densities);
    }

    private static double Divergence(string target, string method, int length, int seed)
    {
        if (seed == 4 && target == "U1" && method == "NICE-orth" && length == 32)
            return double.NaN;
        double hardness = 0.5 + 0.35 * Array.IndexOf(Targets, target), slope = method == "planar" ? 1.1 : method == "NICE-perm" ? 0.7 : 0.85;
        return hardness * Math.Pow(length, -slope) * (1 + 0.18 * Math.Sin(7.3 * seed + length + target[1]));
    }

    private static SeedMetric[] Finals(double[] divergences) =>
    [
        .. divergences.Select((value, seed) => new SeedMetric(seed, SampleMetrics.FreeEnergy, value - 1.8775)),
        .. divergences.Select((value, seed) => new SeedMetric(seed, SampleMetrics.Divergence, value)),
        .. divergences.Select((value, seed) => new SeedMetric(seed, SampleMetrics.SampleSize, Math.Exp(-value))),
        .. divergences.Select((value, seed) => new SeedMetric(seed, SampleMetrics.GridError, value * 1e-6)),
    ];

    private static CurvePoint[] Curve(double[] divergences) =>
    [
        .. divergences.SelectMany((value, seed) => Enumerable.Range(1, 100).Select(record => new CurvePoint(
            seed, record * 100, "free_energy", value - 1.8775 + 6 * Math.Exp(-record / 9.0) + 0.05 * Math.Sin(record * 1.7 + seed)))),
    ];
}
