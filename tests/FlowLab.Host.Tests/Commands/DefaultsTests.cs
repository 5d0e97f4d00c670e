using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Every shipped flow with every shipped target, trained by the defaults of everything that decides whether training holds: no seed leaves the numbers.</summary>
[TestFixture]
[Parallelizable]
public sealed class DefaultsTests
{
    private const string Flows = """ "flow.0.type": [ "planar", "radial", "nice" ] """;

    private const string Energy = """ "U1", "U2", "U3" """;

    private const string Sets = """ "two-moons", "eight-gaussians", "pinwheel" """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Energies() => AssertTrains(
        $$"""
        { "name": "energies", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "training": { "updates": 300, "batch": 200 },
          "sweep": { "target.name": [ {{(LongTests.AreOn ? Energy + ", " : "")}}"U4" ], {{Flows}} }, {{Small}} }
        """, LongTests.AreOn ? 12 : 3);

    [Test]
    public void Data() => AssertTrains(
        $$"""
        { "name": "data", "target": { "type": "dataset", "name": "two-moons" }, "objective": { "type": "maximum-likelihood" }, "flow": [ { "type": "planar" } ],
          "training": { "updates": 300, "batch": 200 }, "sweep": { "target.name": [ {{(LongTests.AreOn ? Sets + ", " : "")}}"checkerboard" ], {{Flows}} }, {{Small}} }
        """, LongTests.AreOn ? 12 : 3);

    [Test]
    public void Data_of_a_file_that_lie_far_from_the_base()
    {
        WriteNormals(columns: 3, mean: 300, deviation: 20);
        AssertTrains(
            $$"""
            { "name": "file", "target": { "type": "dataset", "name": "npy", "path": "{{_folder.In("x.npy")}}", "standardize": true }, "objective": { "type": "maximum-likelihood" },
              "flow": [ { "type": "planar" } ], "training": { "updates": 300, "batch": 200 }, "sweep": { {{Flows}} }, {{Small}} }
            """, 3);
    }

    [TestCase("gaussian", 5)]
    [TestCase("logit-normal", 8)]
    [TestCase("bernoulli", 8)]
    public void Latent_models(string likelihood, int columns)
    {
        if (likelihood != "bernoulli")
            LongTests.Require("Usually one likelihood is enough");
        if (likelihood == "gaussian")
            WriteNormals(columns, 0, 1);
        else
            WriteIntensities(columns);
        string binarization = likelihood == "bernoulli" ? """, "binarization": "static" """ : "";
        AssertTrains(
            $$"""
            { "name": "latent", "target": { "type": "dataset", "name": "npy", "path": "{{_folder.In("x.npy")}}"{{binarization}} },
              "model": { "latents": [2], "likelihood": { "type": "{{likelihood}}" }, "encoder": { "hidden": 16 }, "decoder": { "hidden": 16 } },
              "flow": [ { "type": "planar" } ], "training": { "updates": 300, "batch": 50 }, "sweep": { {{Flows}} }, {{Small}} }
            """, 3);
    }

    private const string Small = """ "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2 """;

    private void AssertTrains(string manifest, int cells)
    {
        File.WriteAllText(_folder.In("manifest.json"), manifest);
        (int code, string output, string error) = FlowLabProcess.Run("run", _folder.In("manifest.json"), "--out", _folder.In("run"));
        Assert.That((code is 0 or 3, error), Is.EqualTo((true, "")), output);
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(results.Events.Where(entry => entry.Kind is RunEventKind.SeedStopped or RunEventKind.CellFailed).Select(entry => entry.Message), Is.Empty);
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(Enumerable.Repeat(CellStatus.Finished, cells)));
        foreach (CellResults cell in results.Cells)
            Assert.That(cell.Curve.Select(point => point.Value), Has.All.Matches<double>(double.IsFinite), cell.Id);
    }

    private void WriteNormals(int columns, double mean, double deviation)
    {
        System.Random random = new(7);
        float[] values = [.. Enumerable.Range(0, 600 * columns).Select(_ => (float)(mean + deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
        Write(NpyArray.Of("x", values, 600, columns));
    }

    private void WriteIntensities(int columns)
    {
        System.Random random = new(7);
        float[] values = [.. Enumerable.Range(0, 600 * columns).Select(_ => random.NextSingle())];
        Write(NpyArray.Of("x", values, 600, columns));
    }

    private void Write(NpyArray array)
    {
        using FileStream file = File.Create(_folder.In("x.npy"));
        array.WriteTo(file);
    }
}
