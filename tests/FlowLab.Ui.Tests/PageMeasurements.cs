using System.Diagnostics;
using FlowLab.Host.Results;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowLab.Ui.Tests;

/// <summary>How long somebody in front of a browser waits; figures for the record, run by name on a machine that does nothing else.</summary>
[TestFixture]
[Explicit("measures, and takes minutes")]
public sealed class PageMeasurements
{
    private const int Runs = 1000;
    private const int Seeds = 100;
    private const int Points = 10_000;
    private const int Repeats = 5;
    private const float Patience = 240_000;

    private PageProcess _process = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    [SetUp]
    public async Task Open()
    {
        SetDefaultExpectTimeout(Patience);
        (_playwright, _process) = (await Playwright.CreateAsync(), PageProcess.Start());
        _browser = await Browsers.Launch(_playwright);
    }

    [TearDown]
    public async Task Close()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _process.Dispose();
    }

    [Test]
    public async Task The_list_of_a_thousand_runs()
    {
        RunFolder first = SampleStore.Create(In("run-0"));
        for (int run = 1; run < Runs; run++)
        {
            string copy = Directory.CreateDirectory(In($"run-{run}")).FullName;
            File.Copy(first.Database, Path.Combine(copy, "run.sqlite"));
            File.Copy(first.Manifest, Path.Combine(copy, "manifest.json"));
        }
        // The list shows minutes: a change within the minute of the copy would not be seen.
        foreach (string file in Directory.EnumerateFiles(_process.Runs, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-1));
        IPage page = await Warm();
        double[] loads = new double[Repeats], updates = new double[Repeats];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            loads[repeat] = await Milliseconds(async () =>
            {
                await page.GotoAsync(_process.Address.AbsoluteUri);
                await Expect(page.Locator(".runs tbody tr").Nth(24)).ToBeVisibleAsync();
            });
            string shown = await page.Locator(".runs tbody tr .key").Nth(repeat).InnerTextAsync();
            ILocator row = page.Locator(".runs tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = shown, Exact = true }) });
            string before = await row.InnerTextAsync();
            using (RunStore store = RunStore.OpenOrCreate(RunFolder.Open(In(shown))))
                store.SaveResults(0, 100, SampleStore.Finals(), []);
            updates[repeat] = await Milliseconds(() => Expect(row).Not.ToHaveTextAsync(before, new() { UseInnerText = true }));
        }
        Tell($"{Runs} runs: list loaded", loads);
        Tell("a change of one of them shown, looked for every 2 s", updates);
    }

    [Test]
    public async Task The_page_of_a_run_with_a_hundred_seeds()
    {
        RunFolder folder = SampleStore.Create(In("run"));
        using RunStore store = RunStore.OpenOrCreate(folder);
        store.AppendCheckpoint(0, Points, [.. from seed in Enumerable.Range(0, Seeds) from step in Enumerable.Range(1, Points) select new CurvePoint(seed, step, "loss", 1.0 / step + seed)], []);
        IPage page = await Warm();
        double[] loads = new double[Repeats], updates = new double[Repeats];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            loads[repeat] = await Milliseconds(async () =>
            {
                await page.GotoAsync(_process.Address.AbsoluteUri + "runs/run");
                await Expect(page.Locator(".chart .js-line").First).ToBeAttachedAsync();
            });
            string note = FormattableString.Invariant($"note {repeat}");
            long step = Points + 1 + repeat;
            store.AppendCheckpoint(0, step, [.. Enumerable.Range(0, Seeds).Select(seed => new CurvePoint(seed, step, "loss", seed))], [new RunEvent(DateTimeOffset.UtcNow, 0, null, step, RunEventKind.Note, note)]);
            updates[repeat] = await Milliseconds(() => Expect(page.GetByText(note)).ToBeVisibleAsync());
        }
        Tell($"{Seeds} seeds x {Points} points: page with its curve loaded", loads);
        Tell("a checkpoint shown, looked for every second", updates);
    }

    private string In(string name) => Path.Combine(_process.Runs, name);

    /// <summary>A page that has been open once: the browser and the program have started, the list has not been read.</summary>
    private async Task<IPage> Warm()
    {
        IPage page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        await page.GotoAsync(_process.Address.AbsoluteUri + "manifests");
        await Expect(page.Locator(".monaco-editor").First).ToBeVisibleAsync();
        return page;
    }

    private static async Task<double> Milliseconds(Func<Task> action)
    {
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Tell(string what, double[] milliseconds) =>
        TestContext.Progress.WriteLine(FormattableString.Invariant($"{what}: first {milliseconds[0]:0} ms, then {string.Join(", ", milliseconds.Skip(1).Order().Select(time => FormattableString.Invariant($"{time:0}")))} ms"));
}
