using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Tests.Runs;

[TestFixture]
public sealed class RunStoreTests
{
    [Test]
    public void What_is_written_comes_back()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore store = RunStore.OpenOrCreate(folder))
        {
            store.WriteEnvironment([new("FlowLab", "0.1.0"), new("CPU", "x86 \u00E9\u0000'")]);
            store.DescribeMetrics([SampleMetrics.GridError]);
            SampleStore.Train(store, 0, 400);
            store.SaveResults(0, 400, SampleStore.Finals(), SampleStore.Densities());
        }

        RunResults results = Read(folder);

        Assert.That(results.Environment, Is.EqualTo(new KeyValuePair<string, string>[] { new("FlowLab", "0.1.0"), new("CPU", "x86 \u00E9\u0000'") }));
        Assert.That(results.Axes, Is.EqualTo(SampleStore.Axes));
        Assert.That(results.Descriptions, Is.EqualTo(new[] { SampleMetrics.GridError, SampleMetrics.FreeEnergy, SampleMetrics.Divergence }));
        Assert.That(results.Metrics, Is.EqualTo(new[] { SampleMetrics.FreeEnergy, SampleMetrics.Divergence }));
        Assert.That(results.Events, Is.EqualTo(new[] { new RunEvent(SampleStore.Noon, 0, 3, 300, RunEventKind.SeedStopped, "layer 5 of 8: log-det is not finite") }));
        AssertFirstCell(results.Cells[0]);
        Assert.That((results.Cells[1].Status, results.Cells[1].UpdatesDone, results.Cells[1].Metrics.Count), Is.EqualTo((CellStatus.Pending, 0L, 0)));
    }

    [Test]
    public void An_interrupted_and_resumed_run_leaves_the_rows_of_one_that_was_not()
    {
        using var straightFolder = new TemporaryFolder();
        using var resumedFolder = new TemporaryFolder();
        RunFolder straight = SampleStore.Create(straightFolder.Path), resumed = SampleStore.Create(resumedFolder.Path);
        using (RunStore store = RunStore.OpenOrCreate(straight))
        {
            SampleStore.Train(store, 0, 600);
            store.SaveResults(0, 600, SampleStore.Finals(), SampleStore.Densities());
        }
        using (RunStore store = RunStore.OpenOrCreate(resumed))
            SampleStore.Train(store, 0, 200, dropAfterCheckpoint: 50);
        using (RunStore store = RunStore.OpenOrCreate(resumed))
        {
            store.ExtendCells(SampleStore.Cells, new HashSet<int>());
            store.DiscardAfter(0, 200);
            SampleStore.Train(store, 200, 600);
            store.SaveResults(0, 600, SampleStore.Finals(), SampleStore.Densities());
        }

        Assert.That(Rows(resumed, "training_curve"), Is.EqualTo(Rows(straight, "training_curve")));
        Assert.That(Rows(resumed, "results"), Is.EqualTo(Rows(straight, "results")));
        Assert.That(Rows(resumed, "events"), Is.EqualTo(Rows(straight, "events")));
        Assert.That(Rows(straight, "training_curve"), Has.Count.EqualTo(12));
    }

    [Test]
    public void Going_back_takes_final_numbers_along_and_leaves_other_cells_alone()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore store = RunStore.OpenOrCreate(folder))
        {
            SampleStore.Train(store, 0, 200);
            store.SaveResults(0, 200, SampleStore.Finals(), SampleStore.Densities());
            store.SaveResults(1, 200, SampleStore.Finals(), SampleStore.Densities());
            store.AppendEvent(new RunEvent(SampleStore.Noon, null, null, null, RunEventKind.Note, "kept"));
            store.DiscardAfter(0, 100);
        }

        RunResults results = Read(folder);

        Assert.That((results.Cells[0].Status, results.Cells[0].UpdatesDone), Is.EqualTo((CellStatus.Running, 100L)));
        Assert.That((results.Cells[0].Metrics.Count, results.Cells[0].Densities.Count, results.Cells[0].Curve.Count), Is.EqualTo((0, 0, 2)));
        Assert.That((results.Cells[1].Status, results.Cells[1].Metrics.Count, results.Events.Count), Is.EqualTo((CellStatus.Finished, 4, 1)));
    }

    [Test]
    public void Saving_twice_keeps_the_second()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore store = RunStore.OpenOrCreate(folder))
        {
            store.SaveResults(0, 200, SampleStore.Finals(), SampleStore.Densities());
            store.SaveResults(0, 200, SampleStore.Finals(shift: 1), SampleStore.Densities());
        }

        CellResults cell = Read(folder).Cells[0];

        Assert.That((cell.Metrics.Count, cell.Densities.Count, cell.Statistics(SampleMetrics.Divergence)!.Mean), Is.EqualTo((4, 2, 1.1)));
    }

    [Test]
    public void A_failed_write_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using RunStore store = RunStore.OpenOrCreate(folder);

        Assert.That(() => store.AppendCheckpoint(0, 100, FailingPoints(), []), Throws.InvalidOperationException);
        Assert.That(() => store.AppendCheckpoint(9, 100, [], []), Throws.TypeOf<RunException>().With.Property("Code").EqualTo("FLR010"));
        Assert.That((store.Read().Cells[0].Curve.Count, store.Read().Cells[0].UpdatesDone), Is.EqualTo((0, 0L)));
    }

    [Test]
    public void A_reader_sees_the_last_checkpoint_while_a_run_writes()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using RunStore writer = RunStore.OpenOrCreate(folder);
        SampleStore.Train(writer, 0, 200);

        Assert.That(Read(folder).Cells[0].Curve, Has.Count.EqualTo(4));
    }

    [Test]
    public void A_second_writer_is_refused()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore.OpenOrCreate(folder))
            Assert.That(() => RunStore.OpenOrCreate(folder), Refused("FLR006", "another process is working on"));

        Assert.That(() => RunStore.OpenOrCreate(folder).Dispose(), Throws.Nothing, "the first one is gone");
    }

    [Test]
    public void A_folder_that_is_gone_is_told_from_one_in_use()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.In("run"));
        Directory.Delete(folder.Path, recursive: true);

        Assert.That(() => RunStore.OpenOrCreate(folder), Refused("FLR008", "run.lock' cannot be read or written"));
    }

    [Test]
    public void Cells_get_the_numbers_of_a_plan_that_has_more_of_them_and_keep_what_is_known()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using RunStore store = RunStore.OpenOrCreate(folder);
        SampleStore.Train(store, 0, 500);
        store.SaveResults(0, 500, SampleStore.Finals(), SampleStore.Densities());
        CellResults before = store.Read().Cells[0];

        store.ExtendCells([SampleStore.Cell(0, "U0-2", "U0", "2"), SampleStore.Cell(1, "U1-8", "U1", "8"), SampleStore.Cell(2, "U1-2", "U1", "2")], new HashSet<int> { 1 });

        RunResults after = store.Read();
        Assert.That(after.Cells.Select(cell => (cell.Cell.Index, cell.Id, cell.Status, cell.UpdatesDone)), Is.EqualTo(new[]
        {
            (0, "U0-2", CellStatus.Pending, 0L), (1, "U1-8", CellStatus.Running, 0L), (2, "U1-2", CellStatus.Finished, 500L),
        }));
        Assert.That(after.Cells[2].Curve, Is.EqualTo(before.Curve).And.Not.Empty);
        Assert.That(after.Cells[2].Metrics, Is.EqualTo(before.Metrics).And.Not.Empty);
        Assert.That(after.Cells[2].Densities, Has.Count.EqualTo(2));
        Assert.That(after.Events.Single(entry => entry.Kind == RunEventKind.SeedStopped).Cell, Is.EqualTo(2));
    }

    [Test]
    public void A_file_that_is_no_database_is_refused()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("manifest.json"), "{}");
        File.WriteAllText(temporary.In("run.sqlite"), new string('x', 5000));

        Assert.That(() => RunStore.OpenForReading(RunFolder.Open(temporary.Path)), Refused("FLR003", "was not written by FlowLab"));
        Assert.That(() => RunStore.OpenOrCreate(RunFolder.Open(temporary.Path)), Refused("FLR003", "was not written by FlowLab"));
    }

    [Test]
    public void A_database_of_another_program_is_refused_and_not_changed()
    {
        using var temporary = new TemporaryFolder();
        File.WriteAllText(temporary.In("manifest.json"), "{}");
        Sql(temporary.In("run.sqlite"), "CREATE TABLE songs(title TEXT)");
        byte[] before = File.ReadAllBytes(temporary.In("run.sqlite"));

        Assert.That(() => RunStore.OpenOrCreate(RunFolder.Open(temporary.Path)), Refused("FLR003", "was not written by FlowLab"));
        Assert.That(File.ReadAllBytes(temporary.In("run.sqlite")), Is.EqualTo(before));
    }

    [Test]
    public void A_database_of_another_layout_is_refused()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        Sql(folder.Database, "PRAGMA user_version = 99");

        Assert.That(() => RunStore.OpenForReading(folder), Refused("FLR007", "has layout 99, this FlowLab reads and writes layout 4"));
    }

    [Test]
    public void A_damaged_database_is_refused()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore store = RunStore.OpenOrCreate(folder))
            SampleStore.Train(store, 0, 20_000);
        byte[] bytes = File.ReadAllBytes(folder.Database);
        bytes.AsSpan(4096).Fill(0xA5);
        File.WriteAllBytes(folder.Database, bytes);

        Assert.That(() => Read(folder), Refused("FLR004", "is damaged"));
    }

    [Test]
    public void A_picture_of_the_wrong_size_is_damage()
    {
        using var temporary = new TemporaryFolder();
        RunFolder folder = SampleStore.Create(temporary.Path);
        using (RunStore store = RunStore.OpenOrCreate(folder))
            store.SaveResults(0, 1, [], SampleStore.Densities());
        Sql(folder.Database, "UPDATE densities SET resolution = 77");

        Assert.That(() => Read(folder), Refused("FLR004", "is damaged"));
    }

    [TestCase(13, "FLR005", "no space is left")]
    [TestCase(5, "FLR006", "another process")]
    [TestCase(6, "FLR006", "another process")]
    [TestCase(8, "FLR008", "cannot be read or written")]
    [TestCase(10, "FLR008", "cannot be read or written")]
    [TestCase(11, "FLR004", "is damaged")]
    [TestCase(26, "FLR003", "was not written by FlowLab")]
    public void Every_error_of_the_database_has_its_number(int sqliteCode, string code, string text)
    {
        RunException error = RunErrors.Translate("run.sqlite", new SqliteException("because", sqliteCode));

        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(error.Message, Does.StartWith(code + ": ").And.Contains(text).And.Contains("'run.sqlite'"));
    }

    [Test]
    public void A_full_disk_is_told_from_a_missing_folder()
    {
        Assert.That(RunErrors.Translate("x", new IOException("full", 28)).Code, Is.EqualTo("FLR005"));
        Assert.That(RunErrors.Translate("x", new IOException("gone", 2)).Code, Is.EqualTo("FLR008"));
    }

    private static void AssertFirstCell(CellResults cell)
    {
        Assert.That((cell.Id, cell.Status, cell.UpdatesDone), Is.EqualTo(("U1-2", CellStatus.Finished, 400L)));
        Assert.That(cell.Cell.Labels, Is.EqualTo(SampleStore.Cells[0].Labels));
        Assert.That(cell.Cell.SettingsJson, Is.EqualTo(SampleStore.Cells[0].SettingsJson));
        Assert.That(cell.Metrics, Is.EqualTo(new[]
        {
            new SeedMetric(3, SampleMetrics.FreeEnergy, double.NaN), new SeedMetric(7, SampleMetrics.FreeEnergy, -1.25),
            new SeedMetric(3, SampleMetrics.Divergence, double.NaN), new SeedMetric(7, SampleMetrics.Divergence, 0.1),
        }));
        Assert.That(cell.Curve, Has.Count.EqualTo(8));
        Assert.That(cell.Curve[1], Is.EqualTo(new CurvePoint(3, 200, "free_energy", 0.1)));
        Assert.That(cell.Curve[2].Value, Is.NaN);
        AssertDensities(cell.Densities);
    }

    private static void AssertDensities(IReadOnlyList<RunDensity> densities)
    {
        RunDensity[] expected = SampleStore.Densities();
        Assert.That(densities.Select(density => (density.Name, density.Seed, density.Image.Minimum, density.Image.Maximum, density.Image.Resolution)),
            Is.EqualTo(expected.Select(density => (density.Name, density.Seed, density.Image.Minimum, density.Image.Maximum, density.Image.Resolution))));
        Assert.That(densities.Select(density => density.Image.Values), Is.EqualTo(expected.Select(density => density.Image.Values)));
    }

    private static IEnumerable<CurvePoint> FailingPoints()
    {
        yield return new CurvePoint(1, 1, "free_energy", 1);
        throw new InvalidOperationException("the source failed");
    }

    private static RunResults Read(RunFolder folder)
    {
        using RunStore store = RunStore.OpenForReading(folder);
        return store.Read();
    }

    private static List<string> Rows(RunFolder folder, string table)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "null" : reader.GetString(column))));
        return rows;
    }

    private static void Sql(string file, string text)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static NUnit.Framework.Constraints.ContainsConstraint Refused(string code, string text) =>
        Throws.TypeOf<RunException>().With.Property("Code").EqualTo(code).And.Message.Contains(text);
}
