using FlowLab.Host.Results;
using FlowLab.Host.Viewing;
using FlowLab.Ui.Views;

namespace FlowLab.Ui.Tests;

/// <summary>What the page is told of runs.</summary>
[TestFixture]
public sealed class ViewingTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Runs_are_found_below_the_folder_each_with_its_state()
    {
        SampleStore.Create(_folder.In("stopped"));
        Finish(SampleStore.Create(_folder.In("deep/er/finished")), faulty: false);
        Finish(SampleStore.Create(_folder.In("faulty")), faulty: true);
        using RunStore held = RunStore.OpenOrCreate(SampleStore.Create(_folder.In("running")));
        Directory.CreateDirectory(_folder.In("no-run"));
        File.WriteAllText(SampleStore.Create(_folder.In("spoiled")).Database, "no database");

        IReadOnlyList<RunSummary> runs = new RunLibrary(new RunFinder(_folder.Path)).List();

        Assert.That(runs.ToDictionary(run => run.Key, run => run.State), Is.EquivalentTo(new Dictionary<string, RunState>
        {
            ["stopped"] = RunState.Stopped, ["deep/er/finished"] = RunState.Finished, ["faulty"] = RunState.Faulty, ["running"] = RunState.Running, ["spoiled"] = RunState.Unreadable,
        }));
        Assert.That(runs.Single(run => run.State == RunState.Unreadable).Remark, Does.StartWith("FLR003"));
    }

    [Test]
    public void A_lock_that_a_killed_process_left_holds_nobody_off()
    {
        RunFolder folder = SampleStore.Create(_folder.In("killed"));
        File.WriteAllText(folder.Lock, "");

        Assert.That(new RunLibrary(new RunFinder(_folder.Path)).List().Single().State, Is.EqualTo(RunState.Stopped));
    }

    [TestCase("../outside")]
    [TestCase("../inside-too")]
    public void A_run_outside_of_the_folder_is_none(string key)
    {
        SampleStore.Create(_folder.In("outside"));
        SampleStore.Create(_folder.In("inside-too"));
        Directory.CreateDirectory(_folder.In("inside"));
        var library = new RunLibrary(new RunFinder(_folder.In("inside")));

        Assert.That(() => library.Watch(key), Throws.TypeOf<PageException>().With.Message.StartsWith("FLU010"));
        Assert.That(() => library.Watch(_folder.In(key[3..])), Throws.TypeOf<PageException>().With.Message.StartsWith("FLU010"), "an absolute path");
    }

    [Test]
    public void Reading_is_no_change()
    {
        RunFolder folder = SampleStore.Create(_folder.In("run"));
        var before = RunStamp.Of(folder);
        using (RunStore store = RunStore.OpenToWatch(folder))
            Assert.That(store.ReadDigest().Cells, Is.EqualTo(2));
        Assert.That(RunStamp.Of(folder), Is.EqualTo(before));
    }

    [Test]
    public void A_watched_run_changes_when_somebody_writes_and_only_then()
    {
        RunFolder folder = SampleStore.Create(_folder.In("run"));
        using RunStore store = RunStore.OpenOrCreate(folder);
        using IRunWatch watch = new RunLibrary(new RunFinder(_folder.Path)).Watch("run");
        Assert.That(watch.Read().Metrics, Is.Empty);
        Assert.That(watch.HasChanged(), Is.False);

        store.DescribeMetrics([SampleMetrics.FreeEnergy, SampleMetrics.Divergence]);
        SampleStore.Train(store, 0, 500);
        Assert.That(watch.HasChanged(), Is.True);
        RunView view = watch.Read();

        Assert.That(view.Metrics.Select(metric => metric.Name), Is.EqualTo(new[] { "free_energy" }));
        Assert.That(view.Cells.Select(cell => (cell.Id, cell.UpdatesDone, cell.Status)), Is.EqualTo(new[] { ("U1-2", 500L, "training"), ("U1-8", 0L, "waiting") }));
        Assert.That(view.Events.Single().Place, Is.EqualTo("U1-2, seed 3, update 300"));
        Assert.That(watch.HasChanged(), Is.False);
    }

    [Test]
    public void A_band_is_the_mean_over_the_seeds_that_go_on()
    {
        using (RunStore store = RunStore.OpenOrCreate(SampleStore.Create(_folder.In("run"))))
            SampleStore.Train(store, 0, 400);
        using IRunWatch watch = new RunLibrary(new RunFinder(_folder.Path)).Watch("run");
        watch.Read();

        CurveBand band = watch.Curves("free_energy", [0, 1]).Single();

        Assert.That(band.Updates, Is.EqualTo(new[] { 100.0, 200, 300, 400 }));
        Assert.That(band.Mean, Is.EqualTo(new[] { 0.15, 0.075, 10.0 / 300, 0.025 }).Within(1e-12));
        Assert.That(band.Low, Is.EqualTo(new[] { 0.1, 0.05, 10.0 / 300, 0.025 }).Within(1e-12));
        Assert.That(band.High, Is.EqualTo(new[] { 0.2, 0.1, 10.0 / 300, 0.025 }).Within(1e-12));
    }

    [Test]
    public void A_long_curve_is_thinned_and_keeps_its_ends()
    {
        using RunStore store = RunStore.OpenOrCreate(SampleStore.Create(_folder.In("run")));
        store.AppendCheckpoint(0, 3000, [.. from seed in (int[])[3, 7, 9] from step in Enumerable.Range(0, 3001) select new CurvePoint(seed, step, "loss", seed + step)], []);

        CurveSample sample = store.ReadCurve(0, "loss", most: 100);

        Assert.That((sample.Steps.Length, sample.Steps[0], sample.Steps[^1]), Is.EqualTo((98, 0L, 3000L)));
        Assert.That(sample.Values.Select(seed => seed[^1]), Is.EqualTo(new[] { 3003.0, 3007, 3009 }));
        Assert.That(store.ReadCurveMetrics(0), Is.EqualTo(new[] { "loss" }));
    }

    [Test]
    public void More_than_ten_seeds_have_a_band_over_the_middle_of_them()
    {
        CurveBand band = SeedBand.Of(0, "cell", new CurveSample([1], [.. Enumerable.Range(0, 20).Select(seed => new double[] { seed })]));
        Assert.That((band.Mean[0], band.Low[0], band.High[0]), Is.EqualTo((9.5, 2.0, 17.0)));
    }

    [Test]
    public void Settings_that_differ_are_listed_with_who_has_what()
    {
        SettingRow row = SettingDifferences.Of([("a", """{ "flow": [{ "length": 2 }], "batch": 5 }"""), ("b", """{ "flow": [{ "length": 8 }], "batch": 5 }"""), ("c", """{ "batch": 5 }""")]).Single();
        Assert.That(row.Path, Is.EqualTo("flow.0.length"));
        Assert.That(row.Values.Select(value => (value.Value, value.Names)), Is.EqualTo(new[] { ("2", "a"), ("8", "b"), ("not there", "c") }));
    }

    [Test]
    public void Pictures_are_listed_and_drawn()
    {
        RunFolder folder = SampleStore.Create(_folder.In("run"));
        Finish(folder, faulty: false);
        var library = new RunLibrary(new RunFinder(_folder.Path));
        using IRunWatch watch = library.Watch("run");

        PictureView picture = watch.Read().Pictures[0];

        Assert.That(picture.Caption, Is.EqualTo("U1-2: target density"));
        Assert.That(library.Picture("run", picture.Kind, picture.Id).Take(4), Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }));
    }

    [TestCase("../../etc/x.json", "FLU016")]
    [TestCase("x.txt", "FLU016")]
    [TestCase(".hidden.json", "FLU016")]
    [TestCase("flowlab.schema.json", "FLU016")]
    public void A_manifest_is_saved_in_its_folder_alone(string name, string number) =>
        Assert.That(() => TestParts.Of(_folder.Path).Manifests.Save(name, "{}"), Throws.TypeOf<PageException>().With.Message.StartsWith(number));

    [Test]
    public void A_manifest_is_saved_read_and_checked()
    {
        IManifestShelf shelf = TestParts.Of(_folder.Path).Manifests;
        shelf.Save("mine.json", "{ \"name\": \"mine\" }");

        Assert.That(shelf.List(), Is.EqualTo(new[] { "mine.json" }));
        Assert.That(shelf.Read("mine.json"), Is.EqualTo("{ \"name\": \"mine\" }"));
        Assert.That(shelf.Check(shelf.Read("mine.json"), "").Faults, Has.Some.StartsWith("FLM"));
        Assert.That(shelf.Check("""{ "name": "x", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "seeds": 3 }""", "").Size, Is.EqualTo("x: 1 cell x 3 seeds, no faults"));
        Assert.That(() => shelf.Read("other.json"), Throws.TypeOf<PageException>().With.Message.StartsWith("FLU015"));
    }

    [Test]
    public void What_the_page_did_not_start_it_does_not_stop()
    {
        using RunStore held = RunStore.OpenOrCreate(SampleStore.Create(_folder.In("run")));
        IRunControl control = TestParts.Of(_folder.Path).Control;

        Assert.That(() => control.Stop("run"), Throws.TypeOf<PageException>().With.Message.StartsWith("FLU013"));
        Assert.That(() => control.Resume("run"), Throws.TypeOf<PageException>().With.Message.StartsWith("FLU014"));
    }

    [Test]
    public void A_runtime_without_the_framework_is_named() => Assert.That(
        () => FlowLabProgram.StartOfPage([], _folder.Path), Throws.TypeOf<FlowLab.Host.FlowLabException>().With.Message.StartsWith("FLU003"));

    private static void Finish(RunFolder folder, bool faulty)
    {
        using RunStore store = RunStore.OpenOrCreate(folder);
        store.DescribeMetrics([SampleMetrics.FreeEnergy, SampleMetrics.Divergence]);
        SampleStore.Train(store, 0, faulty ? 400 : 200);
        store.SaveResults(0, 200, SampleStore.Finals(), SampleStore.Densities());
        store.SaveResults(1, 200, SampleStore.Finals(), []);
    }
}
