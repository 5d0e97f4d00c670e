using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Data far from the base density: the warning, and the remedy that it names.</summary>
[TestFixture]
[Parallelizable]
public sealed class StandardizedDataTests
{
    private const double Mean = 300;
    private const double Scale = 20;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Likelihoods_are_those_of_the_data_as_they_are()
    {
        Write("near.npy", 0, 1);
        Write("far.npy", Mean, Scale);
        (int code, string output, string error) = Run("""{ "target.path": [ "near.npy", "far.npy" ], "target.standardize": [ true ] }""");

        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Not.Contain("FLE039"));
        IReadOnlyList<CellResults> cells = RunComparison.Read(_folder.In("run")).Cells;
        double[] near = Values(cells[0], "test_nll"), far = Values(cells[1], "test_nll");
        for (int seed = 0; seed < near.Length; seed++)
            Assert.That(far[seed], Is.EqualTo(near[seed] + 2 * Math.Log(Scale)).Within(2e-3), "d ln sigma in every dimension");
        Assert.That(cells[0].Audit.Concat(cells[1].Audit), Is.Empty, "passes agree with each other and with the Jacobian");
        Assert.That(near.Average(), Is.LessThan(2.9), "two independent standard normals have 2.84 nats");

        Assert.That(FlowLabProcess.Run("sample", _folder.In("run"), "--cell", "far.npy-true", "--out", _folder.In("x.npz"), "--data", _folder.Path, "--count", "1000").Code, Is.Zero);
    }

    [Test]
    public void Data_far_from_the_base_are_warned_of_with_the_remedy()
    {
        Write("near.npy", 0, 1);
        Write("far.npy", Mean, Scale);
        (_, string output, _) = Run("""{ "target.path": [ "near.npy", "far.npy" ] }""");

        Assert.That(output, Does.Match(@"far\.npy: FLE039: number 1 of the data has mean (29|30)\d(\.\d)? and deviation (19|20)\.\d+, the base mean 0 and deviation 1\. .*""standardize"": true"));
        Assert.That(output, Does.Not.Contain("near.npy: FLE039"));
        Assert.That(RunComparison.Read(_folder.In("run")).Events.Count(entry => entry.Kind == RunEventKind.Warning), Is.EqualTo(1));
    }

    [Test]
    public void A_column_that_never_changes_stays_as_it_is()
    {
        Write("x.npy", Mean, Scale, constant: true);
        (int code, string output, string error) = Run("""{ "target.path": [ "x.npy" ], "target.standardize": [ true ] }""");
        Assert.That((code is 0 or 3, error), Is.EqualTo((true, "")), output);
        Assert.That(output, Does.Not.Contain("FLE010"));
    }

    [Test]
    public void A_model_and_a_target_that_is_no_dataset_have_no_such_key()
    {
        Write("x.npy", 0, 1);
        File.WriteAllText(_folder.In("m.json"), """{ "name": "x", "target": { "type": "dataset", "name": "npy", "path": "x.npy", "standardize": true }, "model": { "latents": [2] } }""");
        Assert.That(FlowLabProcess.Run("run", _folder.In("m.json"), "--check").Error, Does.Contain("FLM018 $.target.standardize: a model sees its data as they are"));
        File.WriteAllText(_folder.In("m.json"), """{ "name": "x", "target": { "type": "energy", "name": "U1", "standardize": true } }""");
        Assert.That(FlowLabProcess.Run("run", _folder.In("m.json"), "--check").Error, Does.Contain("FLM010 $.target.standardize"));
        File.WriteAllText(_folder.In("m.json"), """{ "name": "x", "target": { "type": "dataset", "name": "two-moons", "standardize": 1 }, "objective": { "type": "maximum-likelihood" } }""");
        Assert.That(FlowLabProcess.Run("run", _folder.In("m.json"), "--check").Error, Does.Contain("FLM011 $.target.standardize: wrong type; expected true or false; found 1"));
    }

    private (int Code, string Output, string Error) Run(string sweep)
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "mine", "target": { "type": "dataset", "name": "npy", "path": "x.npy" }, "flow": [ { "type": "planar", "length": 2 } ],
              "objective": { "type": "maximum-likelihood" }, "training": { "batch": 100, "updates": 100 }, "evaluation": { "samples": 500, "figureResolution": 20 }, "seeds": 2,
              "sweep": {{sweep}} }
            """);
        return FlowLabProcess.Run("run", _folder.In("manifest.json"), "--out", _folder.In("run"), "--data", _folder.Path);
    }

    private static double[] Values(CellResults cell, string metric) => [.. cell.Metrics.Where(value => value.Metric.Name == metric).OrderBy(value => value.Seed).Select(value => value.Value)];

    /// <summary>The same normal numbers, moved and scaled.</summary>
    private void Write(string name, double mean, double scale, bool constant = false)
    {
        System.Random random = new(3);
        float[] values = [.. Enumerable.Range(0, 2000).Select(i => (float)(mean + scale * Normal(random) * (constant && i % 2 == 1 ? 0 : 1)))];
        using FileStream file = File.Create(_folder.In(name));
        NpyArray.Of("x", values, 1000, 2).WriteTo(file);
    }

    private static double Normal(System.Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
