using System.Buffers.Binary;
using System.Globalization;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;
using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;
using FlowLab.Host.Tests.Exports;
using FlowLab.Host.Tests.Runs;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Tests.Commands;

/// <summary>sample, eval and export on the folder of a run.</summary>
public sealed class TrainedRunTests
{
    private const string Manifest =
        """
        { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 2 } ],
          "optimizer": { "type": "rmsprop", "learningRate": 1e-3 },
          "training": { "batch": 100, "updates": 40, "metricsEvery": 10, "checkpointEvery": 20 },
          "evaluation": { "samples": 500, "gridResolution": 50, "figureResolution": 20 }, "seeds": [ 4, 9, 2 ],
          "sweep": { "flow.0.length": [ 2, 4 ] } }
        """;

    private TemporaryFolder _original = null!;
    private TemporaryFolder _folder = null!;

    private string Run => _folder.In("run");

    [OneTimeSetUp]
    public void Train()
    {
        _original = new TemporaryFolder();
        File.WriteAllText(_original.In("m.json"), Manifest);
        (int code, string output, string error) = FlowLabProcess.Run("run", _original.In("m.json"), "--out", _original.In("run"));
        Assert.That(code, Is.Zero, output + error);
    }

    [OneTimeTearDown]
    public void DeleteRun() => _original.Dispose();

    [SetUp]
    public void CopyRun()
    {
        _folder = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(_original.In("run"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Run, Path.GetRelativePath(_original.In("run"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [TearDown]
    public void DeleteCopy() => _folder.Dispose();

    [Test]
    public void Cells_are_compared_seed_by_seed()
    {
        (int code, string output, string error) = FlowLabProcess.Run("compare", Run, "--by", "flow.length", "--format", "csv", "--figure", _folder.In("c.svg"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        IReadOnlyList<string>[] records = [.. CsvRecords.Parse(output[(output.IndexOf('\n') + 1)..])];
        string Field(string name) => records[1][records[0].ToList().IndexOf(name)];
        double[] kl2 = Kl("2"), kl4 = Kl("4");
        Assert.Multiple(() =>
        {
            Assert.That((Field("metric"), Field("first"), Field("second"), Field("pairs")), Is.EqualTo(("kl", "length = 2", "length = 4", "3")));
            Assert.That(double.Parse(Field("difference"), CultureInfo.InvariantCulture), Is.EqualTo(kl2.Zip(kl4, (a, b) => a - b).Average()).Within(1e-12));
            Assert.That(File.ReadAllText(_folder.In("c.svg")), Does.StartWith("<svg").And.Contain("length = 4"));
        });
    }

    [Test]
    public void A_figure_in_an_unknown_format_is_refused() =>
        Assert.That(Flowlab("compare", Run, "--figure", "c.gif"), Refused("FLR065 'c.gif' is the name of no figure: expected one that ends in .png, .svg, .pdf."));

    [TestCase("--confidence", "x")]
    [TestCase("--confidence", "1")]
    [TestCase("--format", "xml")]
    [TestCase("--metric", "no_such")]
    [TestCase("--by", "no.such")]
    public void A_comparison_that_makes_no_sense_is_refused(string option, string value)
    {
        (int code, _, string error) = FlowLabProcess.Run("compare", Run, option, value);
        Assert.That((code, error.Contains(value, StringComparison.Ordinal)), Is.EqualTo((2, true)), error);
    }

    [Test]
    public void Samples_are_those_of_the_checkpoint_and_the_first_ones_stay_the_same()
    {
        (int code, string output, string error) = Flowlab("sample", Run, "--cell", "4", "--seed", "9", "--out", _folder.In("few.npz"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo($"{_folder.In("few.npz")}: 64 points of q; cell 4, seed 9, 40 updates\n"));
        Assert.That(Flowlab("sample", Run, "--cell", "4", "--seed", "9", "--count", "5000", "--out", _folder.In("many.npz")).Code, Is.Zero);

        var few = ExportedFiles.ReadNpz(_folder.In("few.npz"));
        var many = ExportedFiles.ReadNpz(_folder.In("many.npz"));

        Assert.That(few["samples"].Shape, Is.EqualTo(new[] { 64, 2 }));
        Assert.That(few["seed"].Values, Is.EqualTo(new[] { 9.0 }));
        Assert.That(many["samples"].Values[..128], Is.EqualTo(few["samples"].Values));
    }

    /// <summary>A seed is restored alone for its draws, among all others for an export.</summary>
    [Test]
    public void A_seed_draws_the_same_alone_and_among_others()
    {
        Assert.That(Flowlab("export", Run, "--cell", "4", "--out", _folder.In("all"), "--count", "50").Code, Is.Zero);
        foreach (int seed in new[] { 4, 9, 2 })
        {
            Assert.That(Flowlab("sample", Run, "--cell", "4", "--seed", $"{seed}", "--count", "50", "--out", _folder.In("alone.npz")).Code, Is.Zero);
            double[] alone = ExportedFiles.ReadNpz(_folder.In("alone.npz"))["samples"].Values;
            Assert.That(ExportedFiles.ReadNpz(_folder.In($"all/4-seed{seed}.npz"))["samples"].Values, Is.EqualTo(alone), $"seed {seed}");
        }
    }

    /// <summary>Draws go forward through the flow and have ln q from there; asked for as points, they go backward.</summary>
    [Test]
    public void Densities_at_draws_are_those_that_the_draws_came_with()
    {
        Assert.That(Flowlab("sample", Run, "--cell", "4", "--seed", "9", "--count", "9000", "--out", _folder.In("d.npz")).Code, Is.Zero);
        var drawn = ExportedFiles.ReadNpz(_folder.In("d.npz"));
        using (FileStream file = File.Create(_folder.In("p.npy")))
            NpyArray.Of("p", [.. drawn["samples"].Values.Select(value => (float)value)], 9000, 2).WriteTo(file);

        (int code, string output, string error) = Flowlab("density", Run, "--cell", "4", "--at", _folder.In("p.npy"), "--out", _folder.In("q.npz"));

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo($"{_folder.In("q.npz")}: ln q(x), exact density; 9000 points, 3 seeds; cell 4, 40 updates\n"));
        var densities = ExportedFiles.ReadNpz(_folder.In("q.npz"));
        int position = Array.IndexOf(densities["seed"].Values, 9);
        Assert.That((drawn["log_q"].Shape, densities["log_density"].Shape, densities["error"].Shape), Is.EqualTo((new[] { 9000 }, new[] { 3, 9000 }, new[] { 3, 9000 })));
        Assert.That(densities["log_density"].Values[(position * 9000)..((position + 1) * 9000)], Is.EqualTo(drawn["log_q"].Values).Within(2e-4), "float32 both ways");
        Assert.That(densities["log_density"].Values[..9000], Is.Not.EqualTo(densities["log_density"].Values[9000..18000]).Within(2e-4), "every seed has a density of its own");
        Assert.That(Directory.GetFiles(_folder.Path, "*.tmp"), Is.Empty);
    }

    [Test]
    public void Draws_are_moved_on_towards_the_energy()
    {
        (int code, string output, string error) = Flowlab("sample", Run, "--cell", "4", "--seed", "9", "--metropolis", "20", "--metropolis-step", "0.1", "--out", _folder.In("moved.npz"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(@"moved\.npz: 64 points of q after 20 Metropolis-adjusted Langevin steps of 0\.1; cell 4, seed 9, 40 updates; [4-9][0-9](\.[0-9])? % of the steps were taken\n$"));
        Assert.That(Flowlab("sample", Run, "--cell", "4", "--seed", "9", "--out", _folder.In("plain.npz")).Code, Is.Zero);
        var moved = ExportedFiles.ReadNpz(_folder.In("moved.npz"));
        Assert.That(moved.Keys, Has.No.Member("log_q"), "nobody knows the density after the steps");
        Assert.That(moved["samples"].Values, Is.Not.EqualTo(ExportedFiles.ReadNpz(_folder.In("plain.npz"))["samples"].Values));
    }

    [Test]
    public void Lines_of_a_stream_are_the_draws_of_a_file()
    {
        Assert.That(Flowlab("sample", Run, "--cell", "2", "--seed", "9", "--count", "4100", "--out", _folder.In("d.npz")).Code, Is.Zero);
        var drawn = ExportedFiles.ReadNpz(_folder.In("d.npz"));

        (int code, string output, _) = Flowlab("sample", Run, "--cell", "2", "--seed", "9", "--count", "4100", "--stream");

        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.That((code, lines[0], lines.Length), Is.EqualTo((0, "z1,z2,log_q", 4101)));
        double[] last = [.. lines[^1].Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Assert.That(last, Is.EqualTo(new[] { drawn["samples"].Values[^2], drawn["samples"].Values[^1], drawn["log_q"].Values[^1] }).Within(1e-6));
    }

    [TestCase(new float[] { 1, 2, 3 }, 1, 3, "has the shape (1, 3)")]
    [TestCase(new float[] { 1, float.NaN }, 1, 2, "has NaN in point 0")]
    [TestCase(new float[0], 0, 2, "has the shape (0, 2)")]
    public void Points_that_are_none_of_the_model_are_refused(float[] values, int points, int dimension, string reason)
    {
        using (FileStream file = File.Create(_folder.In("p.npy")))
            NpyArray.Of("p", values, points, dimension).WriteTo(file);
        Assert.That(Flowlab("density", Run, "--cell", "2", "--at", _folder.In("p.npy")), Refused("FLR090 ", reason, "expected finite points of this model, an array (N, 2)"));
        File.WriteAllText(_folder.In("p.npy"), "z1,z2\n0,0\n");
        Assert.That(Flowlab("density", Run, "--cell", "2", "--at", _folder.In("p.npy")), Refused("FLR090 ", "is no .npy file of float32 or float64 in C order"));
    }

    [Test]
    public void Without_a_seed_the_median_one_is_drawn_from_and_without_a_file_the_run_folder_gets_it()
    {
        RunResults results = Results();
        int median = results.Cells[0].Statistics(results.Metrics.Single(metric => metric.Name == "kl"))!.MedianSeed!.Seed;

        Assert.That(Flowlab("sample", Run, "--cell", "2").Code, Is.Zero);

        Assert.That(Directory.GetFiles(Path.Combine(Run, "samples")).Select(Path.GetFileName), Is.EqualTo(new[] { $"2-seed{median}.npz" }));
    }

    [Test]
    public void Points_of_the_plane_can_be_drawn_as_a_picture()
    {
        Assert.That(Flowlab("sample", Run, "--cell", "2", "--count", "300", "--out", _folder.In("points.png")).Code, Is.Zero);

        byte[] png = File.ReadAllBytes(_folder.In("points.png"));
        Assert.That((BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[25]), Is.EqualTo((1479, 1457, (byte)2)));
    }

    [Test]
    public void Measuring_again_gives_the_same_numbers_and_never_overwrites()
    {
        byte[] summary = File.ReadAllBytes(Path.Combine(Run, "summary.csv")), database = File.ReadAllBytes(Path.Combine(Run, "run.sqlite"));

        (int code, string output, string error) = Flowlab("eval", Run);
        (int again, string second, _) = Flowlab("eval", Run, "--cell", "4", "--set", "evaluation.samples=700", "--set", "evaluation.gridResolution=40");

        Assert.That((code, again, error), Is.EqualTo((0, 0, "")));
        Assert.That(output, Does.Contain("2, 40 updates; mean \u00B1 standard error over seeds [best, worst]\n  free energy F, upper bound on -ln Z, 500 samples per seed, beta = 1: ").And.Contain(" nats [").And.Contain(", 3 seeds\n"));
        Assert.That(output, Does.EndWith($"table: {Path.Combine(Run, "eval-1.csv")}\n"));
        Assert.That(second, Does.Contain("4, 40 updates").And.Contain("700 samples per seed").And.Contain("40 x 40 grid").And.EndsWith($"table: {Path.Combine(Run, "eval-2.csv")}\n"));
        var was = CsvRecords.Parse(File.ReadAllText(Path.Combine(Run, "summary.csv")));
        var now = CsvRecords.Parse(File.ReadAllText(Path.Combine(Run, "eval-1.csv")));
        Assert.That(now.Select(row => string.Join('|', row.Take(2).Concat(row.Skip(3).SkipLast(1)))), Is.EqualTo(was.Select(row => string.Join('|', row))));
        Assert.That(now[1][2], Is.EqualTo("40"));
        Assert.That(now[1][^1], Does.Contain("\"samples\":500,\"gridResolution\":50,\"figureResolution\":20").And.Contain("\"subset\":\"test\""));
        Assert.That(CsvRecords.Parse(File.ReadAllText(Path.Combine(Run, "eval-2.csv"))).Skip(1).Select(row => row[0]), Is.All.EqualTo("4"));
        Assert.That(File.ReadAllBytes(Path.Combine(Run, "summary.csv")), Is.EqualTo(summary));
        Assert.That(File.ReadAllBytes(Path.Combine(Run, "run.sqlite")), Is.EqualTo(database), "what the run measured stays what it is");
    }

    [Test]
    public void An_export_has_every_parameter_by_name_and_every_number_of_each_seed()
    {
        (int code, string output, string error) = Flowlab("export", Run, "--out", _folder.In("out"), "--count", "10");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo($"2: 3 seeds, 14 parameters each, 40 updates\n4: 3 seeds, 24 parameters each, 40 updates\nexport: {_folder.In("out")}\n"));
        Assert.That(Directory.GetFiles(_folder.In("out")), Has.Length.EqualTo(2 * 3 * 2));

        RunResults results = Results();
        TrainingState state = CheckpointFile.Read(RunFolder.Open(Run).Checkpoint("4"), CellFingerprint.Of(results.Cells[1].Cell.SettingsJson));
        var (tensors, metadata) = ExportedFiles.ReadSafetensors(_folder.In("out/4-seed9.safetensors"));
        var arrays = ExportedFiles.ReadNpz(_folder.In("out/4-seed9.npz"));

        Assert.That(tensors.Values.SelectMany(tensor => tensor.Values), Is.EqualTo(state.Parameters[24..48]), "seed 9 is the second");
        Assert.That(tensors.Keys, Is.EqualTo(new[] { "base.mu", "base.ln_sigma" }.Concat(Enumerable.Range(0, 4).SelectMany(layer => new[] { $"flow.0.layer{layer}.w", $"flow.0.layer{layer}.u", $"flow.0.layer{layer}.b" }))));
        Assert.That(metadata, Is.EqualTo(new Dictionary<string, string>
        {
            ["experiment"] = "small", ["cell"] = "4", ["seed"] = "9", ["updates"] = "40", ["stopped_at"] = "", ["flowlab"] = "0.1.0",
        }));
        Assert.That(arrays["samples"].Shape, Is.EqualTo(new[] { 10, 2 }));
        Assert.That(arrays["updates"].Values, Is.EqualTo(new[] { 40.0 }));
        foreach (var metric in results.Cells[1].Metrics.Where(metric => metric.Seed == 9))
            Assert.That(arrays["metric." + metric.Metric.Name].Values, Is.EqualTo(new[] { metric.Value }), metric.Metric.Name);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "sends SIGINT")]
    public void An_interrupted_run_can_be_used_up_to_where_it_came()
    {
        File.WriteAllText(_folder.In("m.json"), Manifest.Replace("\"updates\": 40", "\"updates\": 1000000", StringComparison.Ordinal));
        using (FlowLabProcess process = new("run", _folder.In("m.json"), "--out", _folder.In("stopped")))
        {
            Assert.That(process.WaitUntil(() => File.Exists(_folder.In("stopped/checkpoints/2.flc"))), Is.True, process.Error);
            process.Interrupt();
            Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Error);
        }

        Assert.That(Flowlab("export", _folder.In("stopped"), "--out", _folder.In("out")).Output, Does.Match(@"^2: 3 seeds, 14 parameters each, \d+ of 1000000 updates\nexport: "));
        Assert.That(ExportedFiles.ReadNpz(_folder.In("out/2-seed4.npz")).Keys, Is.EqualTo(new[] { "samples", "seed", "updates" }), "nothing was measured");
        Assert.That(Flowlab("sample", _folder.In("stopped"), "--cell", "2").Output, Does.Contain("seed 4, ").And.Contain(" of 1000000 updates"), "without numbers the first seed");
        Assert.That(Flowlab("sample", _folder.In("stopped"), "--cell", "4"), Refused("FLR031: cell '4' has not been trained yet: there is no '", "Go on with: flowlab run --resume"));
    }

    [Test]
    public void A_folder_without_a_run_is_refused() =>
        Assert.That(Flowlab("export", _folder.Path), Refused("FLR002: ", "is not the folder of a run"));

    [Test]
    public void Unknown_cells_and_seeds_are_refused_with_those_that_there_are()
    {
        Assert.That(Flowlab("eval", Run, "--cell", "44"), Refused("FLR030: ", "has no cell '44'. Its cells are 2, 4."));
        Assert.That(RunErrors.NoSuchCell("runs/a", "U1-planr-4", ["U1-planar-4", "U1-radial-4"]).Message,
            Is.EqualTo("FLR030: the run 'runs/a' has no cell 'U1-planr-4'. Its cells are U1-planar-4, U1-radial-4. Did you mean 'U1-planar-4'?"));
        Assert.That(Flowlab("sample", Run), Refused("FLR030: ", "has 2 cells. Choose one with --cell: 2, 4."));
        Assert.That(Flowlab("sample", Run, "--cell", "4", "--seed", "1"), Refused("FLR033: ", "has no seed 1. Its seeds are 4, 9, 2."));
    }

    [Test]
    public void Cells_without_a_checkpoint_are_left_out_unless_they_are_asked_for()
    {
        File.Delete(Path.Combine(Run, "checkpoints", "2.flc"));

        Assert.That(Flowlab("export", Run).Output, Does.StartWith("4: 3 seeds"));
        Assert.That(Flowlab("export", Run, "--cell", "2"), Refused("FLR031: cell '2' has not been trained yet", "--resume"));
        File.Delete(Path.Combine(Run, "checkpoints", "4.flc"));
        Assert.That(Flowlab("eval", Run), Refused("FLR031: ", "--resume"));
    }

    [Test]
    public void A_plugin_of_another_build_is_refused_by_name()
    {
        Sql("UPDATE cells SET settings = replace(settings, '\"name\":\"planar\",\"plugin\":\"', '\"name\":\"planar\",\"plugin\":\"0000')");

        Assert.That(Flowlab("sample", Run, "--cell", "2"), Refused("FLR032: cell '2' of ", "the plugin of flow 'planar' is another build (SHA-256 0000"));
    }

    [Test]
    public void A_manifest_that_was_changed_is_refused_with_what_changed()
    {
        string manifest = Path.Combine(Run, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"batch\": 100", "\"batch\": 101", StringComparison.Ordinal));

        Assert.That(Flowlab("eval", Run, "--cell", "2"), Refused("FLR032: ", "training.batch was 100 and is 101. Use the manifest.json and the plugins"));
    }

    [Test]
    public void Checkpoints_that_are_damaged_or_of_another_cell_are_refused()
    {
        string two = Path.Combine(Run, "checkpoints", "2.flc"), four = Path.Combine(Run, "checkpoints", "4.flc");
        File.Copy(two, four, overwrite: true);
        byte[] bytes = File.ReadAllBytes(two);
        bytes[^40] ^= 1;
        File.WriteAllBytes(two, bytes);

        Assert.That(Flowlab("sample", Run, "--cell", "2"), Refused("FLE006: ", "its checksum does not match"));
        Assert.That(Flowlab("sample", Run, "--cell", "4"), Refused("FLE008: ", "belongs to another cell"));
    }

    [TestCase("sample --cell 2 --out x.txt", "FLR034 'x.txt' is neither .npz nor a picture: .png, .svg, .pdf")]
    [TestCase("eval --set training.batch=5", "FLR035 --set training.batch=5 would change more than how cells are measured")]
    [TestCase("eval --set evaluation.sampels=500", "--set: 1 fault, nothing was run", "FLM010 $.evaluation.sampels (from --set evaluation.sampels): unknown key \"sampels\"", "did you mean \"samples\"?")]
    [TestCase("eval --set evaluation.samples=1", "--set: 1 fault", "FLM012 $.evaluation.samples (from --set evaluation.samples): out of range")]
    [TestCase("sample --count 0", "--count must be at least 1.")]
    [TestCase("sample --cell 2 --metropolis 0", "FLR034 --metropolis is 0; expected a number of steps from 1 to 1000000.")]
    [TestCase("sample --cell 2 --metropolis-step 0.1", "FLR034 --metropolis-step is given, but no --metropolis", "Add --metropolis N")]
    [TestCase("sample --metropolis-step 0", "--metropolis-step is '0'; expected a number above 0")]
    [TestCase("export --count 0", "--count must be 1 to 1000000.")]
    [TestCase("sample --count abc", "--count is 'abc'; expected a whole number, such as 8.")]
    [TestCase("sample --count 99999999999999999999", "--count is '99999999999999999999'; expected a whole number")]
    [TestCase("sample --cell 2 --count 1000001 --out x.png", "FLR034 'x.png' would be a picture of 1000001 draws; expected at most 1000000. .npz takes any number.")]
    [TestCase("density --cell 2 --at nothing.npy --out x.txt", "FLR091 'x.txt' is no name for densities: expected one that ends in .csv, .npy, .npz.")]
    [TestCase("encode --cell 2 --at p.npy", "FLR092 cell '2' has no latent model")]
    [TestCase("density --cell 2", "Option '--at' is required.")]
    [TestCase("density --cell 2 --at p.npy --samples 0", "--samples must be at least 1.")]
    [TestCase("sample --seed x", "--seed is 'x'; expected a whole number")]
    [TestCase("export --count 1.5", "--count is '1.5'; expected a whole number")]
    [TestCase("eval --threads many", "--threads is 'many'; expected a whole number")]
    public void Wrong_requests_are_refused(string command, params string[] expected)
    {
        string[] words = command.Split(' ');
        Assert.That(Flowlab([words[0], Run, .. words[1..]]), Refused(expected));
        Assert.That(Directory.GetFiles(Run, "eval-*.csv"), Is.Empty);
    }

    private static NUnit.Framework.Constraints.PredicateConstraint<(int Code, string Output, string Error)> Refused(params string[] parts) => new(result =>
        result.Code == 2 && result.Error.StartsWith(parts[0], StringComparison.Ordinal) && parts.All(part => result.Error.Contains(part, StringComparison.Ordinal)));

    private static (int Code, string Output, string Error) Flowlab(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. arguments, "--plugins", TestFolders.RealPlugins], output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    private RunResults Results()
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(Run));
        return store.Read();
    }

    private void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Run, "run.sqlite")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    /// <summary>KL of the seeds of a cell, in the order of the seeds.</summary>
    private double[] Kl(string cell)
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(Run));
        return [.. store.Read().Cells.Single(results => results.Id == cell).Metrics.Where(value => value.Metric.Name == "kl").OrderBy(value => value.Seed).Select(value => value.Value)];
    }
}
