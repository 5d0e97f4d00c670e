using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Starts that are refused, that meet, and runs whose data change.</summary>
[TestFixture]
[Parallelizable]
public sealed class StartTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_start_that_is_refused_leaves_nothing_and_the_next_one_has_the_folder()
    {
        WriteData(3, spoiled: true);
        (int refused, _, string error) = Run("run", Manifest(), "--out", _folder.In("run"));
        Assert.That((refused, error[..6]), Is.EqualTo((2, "FLD013")));
        Assert.That(Directory.Exists(_folder.In("run")), Is.False);

        WriteData(3);
        Assert.That(Run("run", Manifest(), "--out", _folder.In("run")).Code, Is.Zero);
    }

    [Test]
    public void Starts_at_one_moment_get_folders_of_their_own()
    {
        string path = _folder.In("runs/mine");
        RunFolder[] folders = [.. Enumerable.Range(0, 3).Select(_ => RunFolder.CreateNew(path, "{}"))];

        Assert.That(folders.Select(folder => folder.Path), Is.EqualTo(new[] { path, path + "-2", path + "-3" }));
        Assert.That(folders.Select(folder => File.ReadAllText(folder.Manifest)), Is.All.EqualTo("{}"));
        Assert.That(Directory.GetDirectories(_folder.In("runs")), Has.Length.EqualTo(3), "nothing but them is left");
    }

    [Test]
    public void Check_reads_the_data()
    {
        (int code, string output, string error) = Run("run", Manifest(), "--check");
        Assert.That((code, output, error[..6]), Is.EqualTo((2, "", "FLD016")));

        WriteData(3);
        Assert.That(Run("run", Manifest(), "--check").Output, Does.EndWith("no faults\n"));
    }

    [TestCase("--device", "gpu", "FLR020")]
    [TestCase("--threads", "0", "FLR021")]
    public void Check_asks_for_the_device(string option, string value, string number)
    {
        WriteData(3);
        (int code, _, string error) = Run("run", Manifest(), "--check", option, value);
        Assert.That((code, error[..6]), Is.EqualTo((2, number)));
    }

    [Test]
    public void A_uniform_base_has_no_likelihood_and_check_says_so()
    {
        WriteData(3);
        (int code, _, string error) = Run("run", Manifest(), "--check", "--set", "base.type=uniform");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("FLM019 $.base.type (from --set base.type): maximum likelihood needs a base with a density everywhere"));
    }

    [TestCase("run --resume")]
    [TestCase("eval")]
    [TestCase("sample")]
    [TestCase("export")]
    public void Other_data_than_those_of_the_run_are_refused_with_both_fingerprints(string command)
    {
        if (command is "eval" or "export")
            LongTests.Require("Training on and sampling are usually enough");
        Train();
        Assert.That(Run([.. command.Split(' '), _folder.In("run")]).Code, Is.Zero, "the same data");
        WriteData(4);
        (int code, _, string error) = Run([.. command.Split(' '), _folder.In("run")]);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Match("^FLR036: cell 'mine' of '.*' was trained on other data: its data had values with SHA-256 [0-9a-f]{12}[.]{3} [(]x[.]npy .*[)], and now have [0-9a-f]{12}[.]{3}"));
    }

    [Test]
    public void Other_data_can_be_allowed_and_are_recorded()
    {
        Train();
        WriteData(4);

        Assert.That(Run("run", "--resume", _folder.In("run"), "--allow-changes").Code, Is.Zero);
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(_folder.In("run")));
        Assert.That(store.Read().Events.Select(entry => entry.Message), Has.Some.Contain("went on with other data, as --allow-changes says"));
    }

    [Test]
    public void The_same_values_in_another_place_are_the_same_data()
    {
        Train();
        Directory.CreateDirectory(_folder.In("elsewhere"));
        File.Move(_folder.In("x.npy"), _folder.In("elsewhere/x.npy"));

        Assert.That(FlowLabProcess.Run("eval", _folder.In("run"), "--data", _folder.In("elsewhere")).Code, Is.Zero);
    }

    [TestCase("planar")]
    [TestCase("glow", Description = "Its parameters start from data.")]
    public void What_is_only_drawn_from_does_without_data_that_are_gone(string flow)
    {
        if (flow != "glow")
            LongTests.Require("A flow that starts from data is usually enough");
        WriteData(3);
        Assert.That(Run("run", Manifest(), "--set", $"flow=[{{\"type\":\"{flow}\",\"length\":2}}]", "--out", _folder.In("run")).Code, Is.Zero);
        Assert.That(Run("sample", _folder.In("run"), "--out", _folder.In("with.npz")).Code, Is.Zero);
        File.Delete(_folder.In("x.npy"));

        (int code, string output, string error) = Run("sample", _folder.In("run"), "--out", _folder.In("without.npz"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.EndWith("60 updates; its data are not here (FLD016), and not needed\n"));
        Assert.That(File.ReadAllBytes(_folder.In("without.npz")), Is.EqualTo(File.ReadAllBytes(_folder.In("with.npz"))));
        Assert.That(Run("export", _folder.In("run")).Output, Does.Contain("its data are not here (FLD016), and not needed"));
        Assert.That(Run("eval", _folder.In("run")).Error, Does.StartWith("FLD016"), "which needs them");
        Assert.That(Run("run", "--resume", _folder.In("run"), "--seeds", "3").Error, Does.StartWith("FLD016"));
    }

    [Test]
    public void Data_that_standardize_a_model_are_needed_to_draw_from_it()
    {
        WriteData(3);
        Assert.That(Run("run", Manifest(), "--out", _folder.In("run"), "--set", "target.standardize=true").Code, Is.Zero);
        File.Delete(_folder.In("x.npy"));
        Assert.That(Run("sample", _folder.In("run")).Error, Does.StartWith("FLD016"));
    }

    [Test]
    public void One_test_point_has_no_standard_error_and_no_seed_was_stopped()
    {
        WriteData(3, points: 10);
        (int code, string output, _) = Run("run", Manifest(), "--out", _folder.In("run"));

        Assert.That(code, Is.Zero, output);
        string error = File.ReadLines(_folder.In("run/summary.csv")).Single(line => line.Contains(",test_nll_error,", StringComparison.Ordinal) || line.StartsWith("mine,test_nll_error,", StringComparison.Ordinal));
        Assert.That(error, Does.EndWith(",NaN,NaN,NaN,,,2,0,2,not available: the standard error of a single point is not defined,0,"));
        Assert.That(File.ReadAllText(_folder.In("run/report.html")), Does.Contain("No seed was stopped.").And.Contain("not available: the standard error of a single point is not defined"));
    }

    [Test]
    public void The_first_line_of_the_report_counts_stopped_seeds()
    {
        WriteData(3, outliers: true);
        (int code, string output, _) = Run("run", Manifest(), "--out", _folder.In("run"));

        Assert.That(code, Is.EqualTo(3), output);
        Assert.That(File.ReadAllText(_folder.In("run/report.html")), Does.Contain("<p class=\"lead\">1 cell, 2 seeds each. 2 of 2 seeds were stopped.</p>"));
        Assert.That(output, Does.Contain("test_nll not available: all 2 seeds were stopped").And.Contain("bring the data near the base density"));
    }

    [Test]
    public void A_grid_that_does_not_hold_q_grows_or_the_divergence_is_not_available()
    {
        File.WriteAllText(_folder.In("far.json"),
            """
            { "name": "far", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 2, "initialScale": 0 } ],
              "base": { "sigma": 1.5, "trainable": false }, "training": { "batch": 50, "updates": 1 },
              "evaluation": { "samples": 2000, "gridResolution": 100, "figureResolution": 20 }, "seeds": 2, "sweep": { "base.sigma": [1.5, 10, 1000] } }
            """);
        (int code, string output, _) = Run("run", _folder.In("far.json"), "--out", _folder.In("run"));

        Assert.That(code, Is.Zero, output);
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(_folder.In("run")));
        CellResults[] cells = [.. store.Read().Cells];
        Assert.That(Values(cells[0], "grid_factor"), Is.All.EqualTo(1));
        Assert.That(Values(cells[1], "grid_factor"), Is.All.GreaterThan(1));
        foreach ((double kl, double identity, double error) in Values(cells[1], "kl").Zip(Values(cells[1], "free_energy").Zip(Values(cells[1], "log_z_grid"), (f, z) => f + z), Values(cells[1], "free_energy_mc_error")))
            Assert.That(kl, Is.EqualTo(identity).Within(5 * error), "KL = F + ln Z");
        Assert.That(Values(cells[2], "kl"), Is.All.NaN);
        Assert.That(output, Does.Contain("kl not available: 100 % of q lies outside the grid on [-8, 8]^2"));
        Assert.That(File.ReadAllText(_folder.In("run/report.html")), Does.Contain("not available: 100 % of q lies outside"));
    }

    private static double[] Values(CellResults cell, string metric) => [.. cell.Metrics.Where(value => value.Metric.Name == metric).OrderBy(value => value.Seed).Select(value => value.Value)];

    private void Train()
    {
        WriteData(3);
        Assert.That(FinishedRuns.Copy(nameof(StartTests), _folder.In("run"), run => Run("run", Manifest(), "--out", run).Code), Is.Zero);
    }

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        (int code, string output, string error) = FlowLabProcess.Run([.. arguments, "--data", _folder.Path]);
        return (code, output.ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
    }

    private string Manifest()
    {
        File.WriteAllText(_folder.In("manifest.json"),
            """
            { "name": "mine", "target": { "type": "dataset", "name": "npy", "path": "x.npy" }, "flow": [ { "type": "planar", "length": 2 } ],
              "objective": { "type": "maximum-likelihood" }, "optimizer": { "type": "adam", "learningRate": 0.005 },
              "training": { "batch": 50, "updates": 60, "metricsEvery": 20 }, "evaluation": { "samples": 500, "figureResolution": 20 }, "seeds": 2 }
            """);
        return _folder.In("manifest.json");
    }

    private void WriteData(int seed, int points = 300, bool spoiled = false, bool outliers = false)
    {
        var random = new System.Random(seed);
        float[] values = [.. Enumerable.Range(0, 2 * points).Select(_ => (float)(random.NextDouble() * 2 - 1))];
        if (spoiled)
            values[5] = float.NaN;
        for (int i = 0; outliers && i < points; i += 3)
            (values[2 * i], values[2 * i + 1]) = (1e30f, -1e30f);
        using FileStream file = File.Create(_folder.In("x.npy"));
        NpyArray.Of("x", values, points, 2).WriteTo(file);
    }
}
