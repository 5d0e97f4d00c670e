using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>A sweep that was interrupted, and a plugin that was rebuilt meanwhile: what is finished stays, and nothing goes on with another build unasked.</summary>
[TestFixture]
[Parallelizable]
public sealed class RebuiltPluginTests
{
    private TemporaryFolder _folder = null!;

    private string Plugin => _folder.In("plugins/FaultyFlows/FaultyFlows.dll");

    private string[] Plugins => ["--plugins", TestFolders.RealPlugins, "--plugins", _folder.In("plugins")];

    [SetUp]
    public void CopyPlugin()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(Plugin)!);
        foreach (string file in Directory.GetFiles(Path.Combine(TestFolders.TestPlugins, "FaultyFlows")))
            File.Copy(file, Path.Combine(Path.GetDirectoryName(Plugin)!, Path.GetFileName(file)));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Cells_that_have_not_begun_take_the_new_build_and_finished_ones_stay_as_they_are()
    {
        Assert.That(Run("throws-in-forward", "--fail-fast").Code, Is.EqualTo(3));
        byte[] finished = File.ReadAllBytes(_folder.In("run/checkpoints/planar.flc"));
        DateTime written = File.GetLastWriteTimeUtc(_folder.In("run/checkpoints/planar.flc"));
        CellResults before = RunComparison.Read(_folder.In("run")).Cells[0];
        Rebuild();
        (int code, string output, string error) = Resume();

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        Assert.That(output, Does.Not.Contain("cell 1/3").And.Contain("cell 3/3 right: finished"));
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(new[] { CellStatus.Finished, CellStatus.Failed, CellStatus.Finished }));
        Assert.That(results.Cells[0].Metrics, Is.EqualTo(before.Metrics));
        Assert.That(results.Cells[0].Curve, Is.EqualTo(before.Curve));
        Assert.That((File.ReadAllBytes(_folder.In("run/checkpoints/planar.flc")), File.GetLastWriteTimeUtc(_folder.In("run/checkpoints/planar.flc"))), Is.EqualTo((finished, written)));
        Assert.That(results.Events.Select(entry => entry.Message), Has.Some.StartsWith("went on with another build: the plugin of flow 'faulty' is another build (SHA-256 "));
    }

    [Test]
    public void A_cell_that_has_begun_wants_its_own_build_unless_changes_are_allowed()
    {
        Assert.That(Run("throws-later").Code, Is.EqualTo(3));
        byte[] finished = File.ReadAllBytes(_folder.In("run/checkpoints/planar.flc"));
        Rebuild();
        (int refused, _, string error) = Resume();
        Assert.That((refused, error[..6]), Is.EqualTo((2, "FLR009")), error);
        Assert.That(error, Does.Contain("cell 'wrong' is not what it was: the plugin of flow 'faulty' is another build"));

        (int code, string output, _) = Resume("--allow-changes");
        Assert.That(code, Is.EqualTo(3), output);
        Assert.That(output, Does.Contain("FLR040: cell 'wrong'").And.Not.Contain("cell 1/3").And.Not.Contain("cell 3/3"), "the finished ones stay");
        Assert.That(File.ReadAllBytes(_folder.In("run/checkpoints/planar.flc")), Is.EqualTo(finished));
    }

    private (int Code, string Output, string Error) Run(string mistake, params string[] options)
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "rebuilt", "target": { "type": "energy", "name": "U1" },
              "training": { "batch": 50, "updates": 40, "metricsEvery": 10, "checkpointEvery": 10 },
              "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2,
              "sweep": { "method": [
                { "label": "planar", "flow": [ { "type": "planar" } ] },
                { "label": "wrong", "flow": [ { "type": "faulty", "mistake": "{{mistake}}" } ] },
                { "label": "right", "flow": [ { "type": "faulty" } ] } ] } }
            """);
        return FlowLabProcess.Run(["run", _folder.In("manifest.json"), "--out", _folder.In("run"), .. Plugins, .. options]);
    }

    private (int Code, string Output, string Error) Resume(params string[] options) => FlowLabProcess.Run(["run", "--resume", _folder.In("run"), .. Plugins, .. options]);

    /// <summary>Another build of the same source: the time stamp in the image differs.</summary>
    private void Rebuild()
    {
        byte[] image = File.ReadAllBytes(Plugin);
        image[BitConverter.ToInt32(image, 0x3C) + 8] ^= 1;
        File.WriteAllBytes(Plugin, image);
    }
}
