using FlowLab.Host.Results;
using FlowLab.Host.Viewing;
using FlowLab.Ui.Views;

namespace FlowLab.Ui.Tests;

/// <summary>How long the page waits for what it shows; figures for the record, run by name.</summary>
[TestFixture]
[Explicit("measures, and takes a minute")]
public sealed class ViewingMeasurements
{
    private const int Runs = 1000;
    private const int Seeds = 100;
    private const int Points = 10_000;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void The_list_of_a_thousand_runs()
    {
        RunFolder first = SampleStore.Create(_folder.In("run-0"));
        for (int run = 1; run < Runs; run++)
        {
            string copy = Directory.CreateDirectory(_folder.In($"run-{run}")).FullName;
            File.Copy(first.Database, Path.Combine(copy, "run.sqlite"));
            File.Copy(first.Manifest, Path.Combine(copy, "manifest.json"));
        }
        var finder = new RunFinder(_folder.Path);
        var summaries = new RunSummaries(finder);
        double cold = Milliseconds(() => Assert.That(finder.Find().Select(summaries.Of).Count(), Is.EqualTo(Runs)));
        double warm = Milliseconds(() => Assert.That(finder.Find().Select(summaries.Of).Count(), Is.EqualTo(Runs)));
        TestContext.Progress.WriteLine(FormattableString.Invariant($"{Runs} runs: list {cold:0} ms of a processor at first, {warm:0} ms again"));
    }

    [Test]
    public void The_curve_of_a_hundred_seeds()
    {
        RunFolder folder = SampleStore.Create(_folder.In("run"));
        using RunStore store = RunStore.OpenOrCreate(folder);
        store.AppendCheckpoint(0, Points, [.. from seed in Enumerable.Range(0, Seeds) from step in Enumerable.Range(1, Points) select new CurvePoint(seed, step, "loss", 1.0 / step + seed)], []);
        using IRunWatch watch = new RunLibrary(new RunFinder(_folder.Path)).Watch("run");
        double view = Milliseconds(() => watch.Read());
        double first = Milliseconds(() => Assert.That(watch.Curves("loss", [0]).Single().Seeds, Is.EqualTo(Seeds)));
        double again = Milliseconds(() => watch.Curves("loss", [0]));
        double unchanged = Milliseconds(() => watch.HasChanged());
        double whole = Milliseconds(() => store.Read());
        TestContext.Progress.WriteLine(FormattableString.Invariant(
            $"of a processor: {Seeds} seeds x {Points} points: run {view:0.0} ms, curve {first:0} ms at first, {again:0} ms again, unchanged {unchanged:0.00} ms; all of the database {whole:0} ms"));
    }

    /// <summary>Time of processors, so that whatever else the machine does says nothing.</summary>
    private static double Milliseconds(Action action)
    {
        TimeSpan begin = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - begin).TotalMilliseconds;
    }
}
