using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Exports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>A latent model of small images, from the manifest to pictures, samples and exports, by the real program.</summary>
[Parallelizable]
public sealed class LatentRunTests
{
    private const int Side = 6;

    [Test]
    public void A_run_keeps_pictures_that_reports_redraw_and_models_that_other_commands_use()
    {
        using var folder = new TemporaryFolder();
        string run = folder.In("run");
        (int code, string output, string error) = FlowLabProcess.Run("run", Write(folder), "--preset", "quick", "--out", run);
        Assert.That(code, Is.Zero, output + error);
        Assert.That(output, Does.Contain("2 cells x 2 seeds, preset quick (Seconds), into "));

        AssertReport(run);
        AssertSamples(folder, run);
        AssertExport(folder, run);
        File.Move(folder.In("bars.npy"), folder.In("away.npy"));
        AssertEncoded(folder, run);
        AssertDecoded(folder, run);
        File.Move(folder.In("away.npy"), folder.In("bars.npy"));
        Assert.That(FlowLabProcess.Run("eval", run, "--cell", "planar-K-2", "--set", "evaluation.subset=validation").Output, Does.Contain("validation points"));
    }

    private static void AssertReport(string run)
    {
        string page = File.ReadAllText(Path.Combine(run, "report.html"));
        string[] figures = [.. Directory.GetFiles(Path.Combine(run, "figures")).Select(file => Path.GetFileName(file))];
        Assert.That(figures, Has.Some.Matches("^planar-K-2-seed[01]-reconstructions\\.png$").And.Some.Matches("^K-0-seed[01]-samples\\.png$").And.Some.Matches("^K-0-seed[01]-latents\\.svg$"));
        Assert.That(page, Does.Contain("flow length K").And.Contain("(b) KL(q(z|x) || p(z|x))").And.Contain("Preset: quick (Seconds)."));
        Assert.That(page, Does.Contain("<code>model.decoder.hidden</code></th><td class=\"text\">400</td><td class=\"message\">8</td>"));
        Assert.That(page, Does.Not.Contain("<code>model.likelihood.type</code>"), "the same as the reference's");
        RunResults results;
        using (RunStore store = RunStore.OpenForReading(RunFolder.Open(run)))
            results = store.Read();
        Assert.That(results.Cells.Select(cell => (cell.Images.Count, cell.Latents.Count)), Is.All.EqualTo((3, 1)));
        File.Delete(Path.Combine(run, "report.html"));
        Assert.That(FlowLabProcess.Run("report", run).Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(run, "report.html")), Is.EqualTo(page));
    }

    private static void AssertSamples(TemporaryFolder folder, string run)
    {
        Assert.That(FlowLabProcess.Run("sample", run, "--cell", "K-0", "--count", "9", "--out", folder.In("s.npz")).Code, Is.Zero);
        Assert.That(FlowLabProcess.Run("sample", run, "--cell", "K-0", "--count", "9", "--out", folder.In("s.png")).Code, Is.Zero);
        var samples = ExportedFiles.ReadNpz(folder.In("s.npz"))["samples"];
        Assert.That(samples.Shape, Is.EqualTo(new[] { 9, 1, Side, Side }));
        Assert.That(samples.Values, Is.All.InRange(0, 1));
        using SkiaSharp.SKBitmap picture = SkiaSharp.SKBitmap.Decode(folder.In("s.png"));
        Assert.That(picture.Pixels.Take(1000), Is.All.Matches<SkiaSharp.SKColor>(pixel => pixel.Red == pixel.Green && pixel.Green == pixel.Blue), "gray");
    }

    private static void AssertExport(TemporaryFolder folder, string run)
    {
        Assert.That(FlowLabProcess.Run("export", run, "--out", folder.In("out"), "--count", "3").Code, Is.Zero);
        var (tensors, metadata) = ExportedFiles.ReadSafetensors(folder.In("out/planar-K-2-seed1.safetensors"));
        Assert.That(tensors.Keys, Does.Contain("encoder.output.weight").And.Contain("decoder0.output.bias"));
        Assert.That(tensors["decoder0.output.bias"].Shape, Is.EqualTo(new[] { Side * Side }));
        Assert.That((metadata["cell"], metadata["seed"]), Is.EqualTo(("planar-K-2", "1")));
        Assert.That(ExportedFiles.ReadNpz(folder.In("out/planar-K-2-seed1.npz")).Keys, Does.Contain("metric.test_nll").And.Contain("metric.test_bound"));
    }

    /// <summary>Posterior draws are those that ln p(x) is sampled with, and what decode makes of them is what encode reconstructed.</summary>
    private static void AssertEncoded(TemporaryFolder folder, string run)
    {
        float[] points = [.. Enumerable.Range(0, 3 * Side * Side).Select(index => index % 5 < 2 ? 1f : 0f)];
        WriteArray(folder.In("p.npy"), points, 3, 1, Side, Side);
        (int code, string output, string error) = Flowlab("encode", run, "--cell", "planar-K-2", "--at", folder.In("p.npy"), "--count", "400", "--out", folder.In("z.npz"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith($"{folder.In("z.npz")}: 3 points, 400 draws of z from q(z|x) each, with ln q; cell planar-K-2, 2 seeds, 20 updates; its data are not here (FLD"));
        var many = ExportedFiles.ReadNpz(folder.In("z.npz"));
        Assert.That(many.Values.Select(array => array.Shape), Is.EqualTo(new int[][] { [2, 3, 400, 2], [2, 3, 400], [2, 3, 1, Side, Side], [2] }));
        Assert.That(many["z"].Values.Chunk(2).Select(z => (z[0], z[1])).Distinct().Count(), Is.EqualTo(2 * 3 * 400), "every draw is a draw of its own");
        Assert.That(Flowlab("encode", run, "--cell", "planar-K-2", "--at", folder.In("p.npy"), "--out", folder.In("one.npy")).Code, Is.Zero);
        var one = ExportedFiles.ReadNpy(File.ReadAllBytes(folder.In("one.npy")));
        Assert.That(Enumerable.Range(0, 6).SelectMany(row => many["z"].Values[(row * 800)..(row * 800 + 2)]), Is.EqualTo(one.Values), "the first draws stay the same");
        AssertEntropy(many["z"].Values[..800], many["log_q"].Values[..400]);
        Assert.That(Flowlab("encode", run, "--cell", "K-0", "--at", folder.In("p.npy")).Output.Split('\n')[0], Is.EqualTo("seed,point,draw,log_q,z1,z2"));

        WriteArray(folder.In("z.npy"), [.. one.Values.Select(value => (float)value)], 6, 2);
        Assert.That(Flowlab("decode", run, "--cell", "planar-K-2", "--at", folder.In("z.npy"), "--out", folder.In("x.npy")).Code, Is.Zero);
        var decoded = ExportedFiles.ReadNpy(File.ReadAllBytes(folder.In("x.npy")));
        int pixels = 3 * Side * Side;
        Assert.That(decoded.Shape, Is.EqualTo(new[] { 2, 6, 1, Side, Side }));
        Assert.That(decoded.Values[..pixels].Concat(decoded.Values[(3 * pixels)..]), Is.EqualTo(many["reconstruction"].Values).Within(1e-6), "the first three rows are seed 0's, the others seed 1's");
        Assert.That(Flowlab("encode", run, "--cell", "planar-K-2", "--at", folder.In("p.npy"), "--out", folder.In("r.png")).Output, Does.Contain("and means of p(x|z), one draw of z from q(z|x) each; cell planar-K-2, seed "));
    }

    /// <summary>-E ln q of draws is their entropy, which that of a normal with their covariance is close to and never below (it is the largest).</summary>
    private static void AssertEntropy(double[] z, double[] logQ)
    {
        double[] first = [.. z.Where((_, index) => index % 2 == 0)], second = [.. z.Where((_, index) => index % 2 == 1)];
        double a = first.Average(), b = second.Average();
        double variance1 = first.Average(value => (value - a) * (value - a)), variance2 = second.Average(value => (value - b) * (value - b)), covariance = first.Zip(second, (u, v) => (u - a) * (v - b)).Average();
        double normal = 1 + Math.Log(2 * Math.PI) + Math.Log(variance1 * variance2 - covariance * covariance) / 2;
        Assert.That(-logQ.Average(), Is.EqualTo(normal).Within(0.25), "400 draws of a density that is nearly normal after 20 updates");
    }

    private static void AssertDecoded(TemporaryFolder folder, string run)
    {
        Assert.That(Flowlab("decode", run, "--cell", "K-0", "--traverse", "all", "--steps", "5", "--range", "2", "--out", folder.In("t.npz")).Code, Is.Zero);
        var along = ExportedFiles.ReadNpz(folder.In("t.npz"));
        Assert.That(along["z"].Values, Is.EqualTo(new double[] { -2, 0, -1, 0, 0, 0, 1, 0, 2, 0, 0, -2, 0, -1, 0, 0, 0, 1, 0, 2 }));
        Assert.That(along["x"].Shape, Is.EqualTo(new[] { 2, 10, 1, Side, Side }));
        (int code, string output, string error) = Flowlab("decode", run, "--cell", "K-0", "--traverse", "2,1", "--from", folder.In("p.npy"), "--out", folder.In("t.svg"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("18 rows of z, means of p(x|z); cell K-0, seed "));
        Assert.That(File.ReadAllText(folder.In("t.svg")), Does.Contain(">z2<").And.Contain(">-2.25<").And.Contain("a draw of the posterior of the first point of p.npy"));
        WriteArray(folder.In("gray.npy"), [.. Enumerable.Repeat(0.37f, Side * Side)], 1, Side * Side);
        string[] faults =
        [
            Flowlab("encode", run, "--cell", "K-0", "--at", folder.In("p.npy"), "--out", "z.txt").Error, Flowlab("encode", run, "--cell", "K-0", "--at", folder.In("gray.npy")).Error,
            Flowlab("decode", run, "--cell", "K-0").Error, Flowlab("decode", run, "--cell", "K-0", "--traverse", "0,7").Error, Flowlab("decode", run, "--cell", "K-0", "--traverse", "1", "--steps", "1").Error,
        ];
        Assert.That(faults.Select(fault => fault[..Math.Min(20, fault.Length)]), Is.EqualTo(new[]
        {
            "FLR093 'z.txt' is the name", $"FLR094 '{folder.In("gray.npy")}"[..20], "FLR095 decode needs latent", "FLR096 --traverse is '0,7'", "--steps must be 2 to",
        }.Select(text => text[..Math.Min(20, text.Length)])));
        Assert.That(Flowlab("encode", run, "--cell", "K-0", "--at", folder.In("gray.npy"), "--threshold", "0.5").Code, Is.Zero);
    }

    private static (int Code, string Output, string Error) Flowlab(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. arguments, "--plugins", TestFolders.RealPlugins], output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    private static void WriteArray(string path, float[] values, params int[] shape)
    {
        using FileStream file = File.Create(path);
        NpyArray.Of("array", values, shape).WriteTo(file);
    }

    private static string Write(TemporaryFolder folder)
    {
        const int count = 200;
        float[] pixels = [.. Enumerable.Range(0, count * Side * Side).Select(index => index % Side < index / (Side * Side) % Side ? 0.9f : 0.1f)];
        WriteArray(folder.In("bars.npy"), pixels, count, Side, Side);
        string manifest = folder.In("m.json");
        File.WriteAllText(manifest, $$"""
            { "name": "bars", "target": { "type": "dataset", "name": "npy", "path": "{{folder.In("bars.npy").Replace('\\', '/')}}", "binarization": "static" },
              "model": { "latents": [2], "encoder": { "hidden": 8, "depth": 1 }, "decoder": { "hidden": 8, "depth": 1 } },
              "optimizer": { "type": "adam", "learningRate": 1e-3 }, "training": { "batch": 20, "updates": 5000, "metricsEvery": 5 },
              "evaluation": { "importanceSamples": 5 }, "seeds": 100,
              "presets": { "quick": { "description": "Seconds.", "seeds": 2, "training": { "updates": 20 } } },
              "sweep": { "posterior": [ { "label": "K = 0", "flow": [] }, { "label": "planar, K = 2", "flow": [ { "type": "planar", "length": 2 } ] } ] },
              "report": {
                "curve": { "x": "flow length", "metrics": [ "test_bound", "kl_gap", "test_nll" ] },
                "reference": { "title": "R", "metric": "test_nll", "values": [ { "at": { "posterior": "K = 0" }, "value": 9.5 } ],
                  "settings": { "model.decoder.hidden": 400, "model.likelihood.type": "bernoulli" } } } }
            """);
        return manifest;
    }
}
