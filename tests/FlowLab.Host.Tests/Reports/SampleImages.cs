using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Reports;

/// <summary>Made-up pictures of a model of images, in the shape of the paper's Figure 4: K = 0, planar and NICE-orth.</summary>
internal static class SampleImages
{
    public const string Axis = "posterior";
    public const int Seeds = 4;
    public static readonly PointShape Gray = new(1, 28, 28);
    public static readonly PointShape Patch = new(3, 8, 8);
    public static readonly MetricDescription Bound = new("test_bound", "free energy F on test points, upper bound on -ln p(x), 10000 test points, 1 sample each, binarized once", "nats", MetricKind.Bound, true);
    public static readonly MetricDescription Gap = new("kl_gap", "D_KL(q || p(z|x)) = F + ln p(x), 10000 test points, 200 samples each, binarized once", "nats", MetricKind.Estimate, true);
    public static readonly MetricDescription Likelihood = new("test_nll", "negative log-likelihood -ln p(x) by importance sampling, 10000 test points, 200 samples each, binarized once", "nats", MetricKind.Estimate, true);
    public static readonly MetricDescription[] Metrics = [Bound, Gap, Likelihood];

    /// <summary>Rings whose radius and place depend on the picture's number.</summary>
    public static ImageSheet Sheet(string kind, string label, PointShape shape, int count, double blur = 0)
    {
        float[] pixels = new float[count * shape.Dimension];
        for (int index = 0; index < pixels.Length; index++)
        {
            int image = index / shape.Dimension, channel = index / (shape.Height * shape.Width) % shape.Channels;
            double y = index / shape.Width % shape.Height - shape.Height / 2.0 + image % 3, x = index % shape.Width - shape.Width / 2.0 + image % 2;
            double distance = Math.Abs(Math.Sqrt(x * x + y * y) - shape.Width * (0.2 + 0.02 * (image % 7))) / (1 + blur);
            pixels[index] = (float)(Math.Exp(-distance * distance / 3) * (channel == image % 3 || shape.Channels == 1 ? 1 : 0.35));
        }
        return new ImageSheet(kind, label, shape, count, pixels);
    }

    public static LatentPoints Latents(int count = 3000)
    {
        var random = new System.Random(5);
        byte[] classes = [.. Enumerable.Range(0, count).Select(index => (byte)(index % 10))];
        float[] x = [.. classes.Select(label => (float)(2 * Math.Cos(label * 0.63) + 0.4 * Normal(random)))];
        float[] y = [.. classes.Select(label => (float)(2 * Math.Sin(label * 0.63) + 0.4 * Normal(random)))];
        return new LatentPoints("one draw of z for each of 3000 test points, colors are digits", x, y, classes);
    }

    public static RunImages[] Images(PointShape shape, int seed) =>
    [
        new(seed, Sheet(ImageSheet.Points, "test points 0 to 31, binarized", shape, 32)),
        new(seed, Sheet(ImageSheet.Reconstructions, "their reconstructions, means of p(x|z), z from q(z|x)", shape, 32, blur: 0.8)),
        new(seed, Sheet(ImageSheet.Samples, "means of p(x|z), z from the prior", shape, 100, blur: 0.4)),
    ];

    /// <summary>Nine cells on one axis, as the manifest of Figure 4 sweeps them.</summary>
    public static RunResults Results(int seeds = Seeds)
    {
        List<CellResults> cells = [Cell(0, "K = 0", "[]", 0, 89.9, seeds)];
        foreach ((string name, string flow, double[] values) in ((string, string, double[])[])[
            ("planar", """{"kind":"flow","name":"planar","plugin":"p","settings":{"length":@,"initialScale":0.01}}""", [87.5, 86.5, 85.7, 85.1]),
            ("NICE-orth", """{"kind":"flow","name":"nice","plugin":"n","settings":{"length":@,"mixing":"orth","network":{"hidden":16}}}""", [88.6, 87.9, 87.3, 87.2])])
            for (int index = 0; index < 4; index++)
            {
                int length = 10 << index;
                cells.Add(Cell(cells.Count, FormattableString.Invariant($"{name}, K = {length}"), "[" + flow.Replace("@", FormattableString.Invariant($"{length}"), StringComparison.Ordinal) + "]", length, values[index], seeds));
            }
        return new RunResults([new("FlowLab", "0.1.0")], [Axis], Metrics, cells, []);
    }

    private static CellResults Cell(int index, string label, string flow, int length, double value, int seeds)
    {
        var cell = new RunCell(index, label.Replace(" ", "", StringComparison.Ordinal).Replace(',', '-').Replace('=', '-'), new Dictionary<string, string> { [Axis] = label }, Settings(flow, seeds));
        double[] values = [.. Enumerable.Range(0, seeds).Select(seed => value + 0.3 * Math.Sin(seed * 1.9 + length))];
        SeedMetric[] finals =
        [
            .. values.Select((number, seed) => new SeedMetric(seed, Bound, number + 3.5 - 0.02 * length)),
            .. values.Select((number, seed) => new SeedMetric(seed, Gap, 3.5 - 0.02 * length + 0.05 * Math.Cos(seed))),
            .. values.Select((number, seed) => new SeedMetric(seed, Likelihood, number)),
        ];
        CurvePoint[] curve =
        [
            .. values.SelectMany((number, seed) => Enumerable.Range(1, 200).Select(record => new CurvePoint(
                seed, record * 1000, "free_energy", number + 4 + 120 * Math.Exp(-record / 6.0) + 2 * Math.Sin(record * 12.9898 + seed * 7.77)))),
            .. values.SelectMany((number, seed) => Enumerable.Range(1, 20).Select(record => new CurvePoint(
                seed, record * 10_000, "validation_bound", number + 4.5 + 9 * Math.Exp(-record / 3.0) + 0.2 * Math.Sin(record * 3 + seed)))),
        ];
        return new CellResults(cell, CellStatus.Finished, 200_000, finals, curve, [])
        {
            Images = index == 0 ? [.. Images(Gray, 2), .. Images(Patch, 3)] : [],
            Latents = index == 0 ? [new RunLatents(2, Latents())] : [],
        };
    }

    private static string Settings(string flow, int seeds) =>
        $$$"""{"seeds":[{{{string.Join(',', Enumerable.Range(0, seeds))}}}],"target":{"kind":"dataset","name":"mnist","plugin":"d","settings":{"limit":null}},"base":{"type":"gaussian","sigma":1},"flow":{{{flow}}},"objective":{"type":"free-energy","annealing":{"start":0.01,"updates":10000}},"optimizer":{"kind":"optimizer","name":"rmsprop","plugin":"o","settings":{"momentum":0.9}},"learningRate":0.0003,"schedule":{"kind":"schedule","name":"cosine","plugin":"o","settings":{"warmup":0}},"training":{"batch":100,"updates":200000},"evaluation":{"samples":200}}""";

    private static double Normal(System.Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
