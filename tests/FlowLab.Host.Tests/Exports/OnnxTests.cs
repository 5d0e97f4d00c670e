using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Tests.Runs;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace FlowLab.Host.Tests.Exports;

/// <summary>Exported models, run by ONNX Runtime, which has no part in writing them, beside the engine.</summary>
public sealed class OnnxTests
{
    private const int Points = 400;

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Train()
    {
        _folder = new TemporaryFolder();
        File.WriteAllText(_folder.In("plane.json"), """
            { "name": "plane", "target": { "type": "energy", "name": "U1" }, "base": { "sigma": 2 },
              "optimizer": { "type": "adam", "learningRate": 0.03 }, "training": { "batch": 100, "updates": 60 }, "evaluation": { "samples": 200, "gridResolution": 20, "figureResolution": 10 }, "seeds": 2,
              "sweep": { "method": [
                { "label": "planar", "flow": [ { "type": "planar", "length": 5 } ] }, { "label": "radial", "flow": [ { "type": "radial", "length": 4 } ] },
                { "label": "nice", "flow": [ { "type": "nice", "length": 3, "mixing": "perm", "network": { "hidden": 5, "depth": 2 } }, { "type": "planar", "length": 1 } ] },
                { "label": "sylvester", "flow": [ { "type": "sylvester", "length": 1 } ] } ] } }
            """);
        System.Random random = new(3);
        using (FileStream file = File.Create(_folder.In("points.npy")))
            NpyArray.Of("p", [.. Enumerable.Range(0, 300 * 5).Select(index => (float)(index % 5 * 10 + random.NextDouble()))], 300, 5).WriteTo(file);
        File.WriteAllText(_folder.In("data.json"), $$"""
            { "name": "data", "target": { "type": "dataset", "name": "npy", "path": "{{_folder.In("points.npy").Replace('\\', '/')}}", "standardize": true }, "objective": { "type": "maximum-likelihood" },
              "optimizer": { "type": "adam", "learningRate": 0.01 }, "training": { "batch": 50, "updates": 40 }, "seeds": 2,
              "sweep": { "method": [
                { "label": "real-nvp", "flow": [ { "type": "real-nvp", "length": 3, "network": { "hidden": 6, "activation": "elu" } } ] },
                { "label": "orth", "flow": [ { "type": "nice", "length": 3, "mixing": "orth", "network": { "hidden": 6, "activation": "relu" } } ] } ] } }
            """);
        foreach (string run in (string[])["plane", "data"])
            Assert.That(Flowlab("run", _folder.In(run + ".json"), "--out", _folder.In(run)).Code, Is.Zero);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("plane", "planar", 2)]
    [TestCase("plane", "radial", 2)]
    [TestCase("plane", "nice", 2)]
    [TestCase("data", "real-nvp", 5)]
    [TestCase("data", "orth", 5)]
    public void A_model_says_what_the_engine_says(string run, string cell, int dimension)
    {
        string[] export = ["export", _folder.In(run), "--cell", cell, "--format", "onnx", "--out", _folder.In("out")];
        Assert.That(Flowlab(export), Is.EqualTo((0, "")));
        System.Random random = new(5);
        float[] eps = [.. Enumerable.Range(0, Points * dimension).Select(_ => (float)Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * (float)Math.Cos(2 * Math.PI * random.NextDouble()))];
        Dictionary<string, float[]> drawn = Run(_folder.In($"out/{cell}-seed1.sample.onnx"), "eps", eps, dimension);
        float[] density = Run(_folder.In($"out/{cell}-seed1.density.onnx"), "z", drawn["z"], dimension)["log_q"];
        float[] other = Run(_folder.In($"out/{cell}-seed0.density.onnx"), "z", drawn["z"], dimension)["log_q"];
        using (FileStream file = File.Create(_folder.In("z.npy")))
            NpyArray.Of("z", drawn["z"], Points, dimension).WriteTo(file);
        Assert.That(Flowlab("density", _folder.In(run), "--cell", cell, "--at", _folder.In("z.npy"), "--out", _folder.In("q.npz")), Is.EqualTo((0, "")));
        double[] engine = ExportedFiles.ReadNpz(_folder.In("q.npz"))["log_density"].Values[Points..];
        Assert.Multiple(() =>
        {
            Assert.That(density, Is.EqualTo(engine).Within(5e-4), "float32 both ways, each in its own order");
            Assert.That(drawn["log_q"], Is.EqualTo(engine).Within(5e-4), "forwards");
            Assert.That(other, Is.Not.EqualTo(engine).Within(5e-2), "every seed is a model of its own");
        });
    }

    [Test]
    public void What_has_no_operators_is_refused()
    {
        (int code, string error) = Flowlab("export", _folder.In("plane"), "--cell", "sylvester", "--format", "onnx", "--out", _folder.In("none"));
        Assert.That((code, error), Is.EqualTo((2, "FLR110 cell 'sylvester' has a flow 'sylvester', which --format onnx has no operators for; expected a Gaussian base and flows of planar, radial, nice, real-nvp. --format safetensors has every model.\n")));
        Assert.That(Directory.Exists(_folder.In("none")) && Directory.EnumerateFiles(_folder.In("none")).Any(), Is.False);
    }

    /// <summary>TensorBoard's files are read here by their published format alone.</summary>
    [Test]
    public void Curves_come_back_from_the_files_for_TensorBoard()
    {
        Assert.That(Flowlab("export", _folder.In("plane"), "--cell", "radial", "--format", "tensorboard", "--out", _folder.In("board")), Is.EqualTo((0, "")));
        (long Step, string Tag, float Value)[] read = [.. TensorBoardRecords.Read(_folder.In("board/radial-seed1/events.out.tfevents.0.flowlab"))];
        using Results.RunStore store = Results.RunStore.OpenForReading(Results.RunFolder.Open(_folder.In("plane")));
        IEnumerable<(long, string, float)> stored = store.Read().Cells.Single(known => known.Id == "radial").Curve.Where(point => point.Seed == 1).Select(point => (point.Step, point.Metric, (float)point.Value));
        Assert.That(read, Is.EqualTo(stored).And.Not.Empty);
    }

    private static Dictionary<string, float[]> Run(string model, string input, float[] values, int dimension)
    {
        using var session = new InferenceSession(model);
        Assert.That(session.ModelMetadata.CustomMetadataMap["seed"], Is.EqualTo(model.Contains("seed1", StringComparison.Ordinal) ? "1" : "0"));
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run([NamedOnnxValue.CreateFromTensor(input, new DenseTensor<float>(values, [Points, dimension]))]);
        return results.ToDictionary(value => value.Name, value => value.AsTensor<float>().ToArray());
    }

    private static (int Code, string Error) Flowlab(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. arguments, "--plugins", TestFolders.RealPlugins], output, error);
        return (code, error.ToString().ReplaceLineEndings("\n"));
    }
}
