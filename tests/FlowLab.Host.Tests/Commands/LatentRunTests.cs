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

    private static string Write(TemporaryFolder folder)
    {
        const int count = 200;
        float[] pixels = [.. Enumerable.Range(0, count * Side * Side).Select(index => index % Side < index / (Side * Side) % Side ? 0.9f : 0.1f)];
        using (FileStream file = File.Create(folder.In("bars.npy")))
            NpyArray.Of("bars", pixels, count, Side, Side).WriteTo(file);
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
