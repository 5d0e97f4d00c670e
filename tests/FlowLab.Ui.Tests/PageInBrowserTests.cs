using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowLab.Ui.Tests;

/// <summary>The page in a browser, with real training behind it.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "runs are stopped by a signal")]
public sealed class PageInBrowserTests
{
    private const string ScreenshotsVariable = "FLOWLAB_SCREENSHOTS";
    private const float Patience = 240_000;

    private readonly List<string> _complaints = [];
    private readonly List<string> _foreign = [];
    private PageProcess _process = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    [SetUp]
    public async Task Open()
    {
        SetDefaultExpectTimeout(Patience);
        (_playwright, _process) = (await Playwright.CreateAsync(), PageProcess.Start());
        _browser = await Browsers.Launch(_playwright);
        _page = await NewPage(1400, ColorScheme.Light);
    }

    [TearDown]
    public async Task Close()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright.Dispose();
        _process.Dispose();
    }

    /// <summary>One story, because a run that trains is what all of it is about. The run that is stopped would train for hours, so that it cannot end before.</summary>
    [Test]
    public async Task A_run_is_started_watched_stopped_and_resumed_and_one_that_ends_is_compared()
    {
        await _page.GotoAsync(_process.Address.AbsoluteUri);
        await Expect(_page.GetByText("No run below this folder yet")).ToBeVisibleAsync();
        await StartFromThePage("endless", updates: 100_000_000, metricsEvery: 500);
        await Expect(_page.Locator(".chart .js-line").First).ToBeAttachedAsync();
        await Stop();
        await Resume();
        await Stop();
        await _page.GotoAsync(_process.Address.AbsoluteUri);
        await StartFromThePage("small", updates: 200, metricsEvery: 20);
        await Expect(Chip("finished")).ToBeVisibleAsync();
        await Expect(_page.Locator(".pictures img").First).ToBeVisibleAsync();
        await Expect(_page.GetByText("flow.0.length")).ToBeVisibleAsync();
        await AssertReportOpens();
        await Compare();
        await LookAround();
        Assert.That(_complaints, Is.Empty, "nothing is said in the console");
        Assert.That(_foreign, Is.Empty, "nothing is fetched from elsewhere");
        Assert.That(_process.Stop(), Is.Zero);
    }

    [Test]
    public async Task The_editor_completes_and_names_faults_and_a_refused_manifest_is_not_started()
    {
        await _page.GotoAsync(_process.Address.AbsoluteUri + "manifests");
        ILocator editor = _page.Locator(".monaco-editor").First;
        await Expect(editor).ToBeVisibleAsync();
        await Write("{ \"name\": \"x\", \"flow\": [ { \"type\": \"planar\", ");
        await _page.Keyboard.PressAsync("Control+Space");
        await Expect(_page.Locator(".suggest-widget .monaco-list-row").Filter(new() { HasText = "initialScale" }).First).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("Escape");

        await File.WriteAllTextAsync(Path.Combine(_process.Manifests, "faulty.json"), """{ "name": "x", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planr" } ] }""");
        await _page.ReloadAsync();
        await Choose("faulty.json", "planr");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Save and start" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Status)).ToContainTextAsync("did you mean \"planar\"?");
        Assert.That(Directory.EnumerateFileSystemEntries(_process.Runs), Is.Empty, "nothing was started");
        Assert.That(_foreign, Is.Empty, "nothing is fetched from elsewhere");
    }

    /// <summary>The rules of WCAG 2.1, levels A and AA, and best practices, as axe-core checks them. The editor and the regions that it speaks through are Monaco's: its lines are no text for anybody but its own input.</summary>
    private async Task AssertAccessible(string where)
    {
        AxeResult result = await _page.RunAxe(new AxeRunContext { Include = [new AxeSelector("html")], Exclude = [new AxeSelector(".monaco-editor"), new AxeSelector(".monaco-aria-container")] });
        Assert.That(
            result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Html}")), Is.Empty, $"{where}: {result.Passes.Length} rules hold");
        Assert.That(result.Passes, Has.Length.GreaterThan(15), where);
        TestContext.Out.WriteLine($"axe-core, {where}: {result.Passes.Length} rules hold, {result.Incomplete.Length} cannot be told");
    }

    private async Task StartFromThePage(string name, int updates, int metricsEvery)
    {
        await File.WriteAllTextAsync(Path.Combine(_process.Manifests, name + ".json"),
            $$"""
            { "name": "{{name}}", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ],
              "training": { "batch": 100, "updates": {{updates}}, "metricsEvery": {{metricsEvery}}, "checkpointEvery": 1000 },
              "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 40 }, "seeds": 3, "sweep": { "flow.0.length": [ 2, 3 ] } }
            """);
        await _page.GetByRole(AriaRole.Link, new() { Name = "New run" }).ClickAsync();
        await Choose(name + ".json", "metricsEvery");
        await _page.GetByLabel("Threads").FillAsync("1");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Save and start" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(name + "-2");
    }

    /// <summary>Opens a manifest of the list in the editor.</summary>
    private async Task Choose(string manifest, string content)
    {
        await Expect(_page.Locator(".monaco-editor").First).ToBeVisibleAsync();
        await _page.Locator(".mud-select").First.ClickAsync();
        await _page.GetByText(manifest, new() { Exact = true }).Last.ClickAsync();
        await Expect(_page.Locator(".monaco-editor .view-lines").First).ToContainTextAsync(content);
    }

    private async Task Stop()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(Chip("stopped")).ToBeVisibleAsync();
        Assert.That(Directory.EnumerateFiles(Path.Combine(Run("endless"), "checkpoints"), "*.flc"), Is.Not.Empty, "it wrote a checkpoint");
        await Expect(_page.Locator(".actions .progress")).Not.ToContainTextAsync("100 %");
        await Shoot("stopped", 1400, ColorScheme.Light);
    }

    /// <summary>Resumes, and waits until it has written another checkpoint.</summary>
    private async Task Resume()
    {
        string checkpoint = Directory.EnumerateFiles(Path.Combine(Run("endless"), "checkpoints"), "*.flc").Single();
        DateTime before = File.GetLastWriteTimeUtc(checkpoint);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(Chip("running")).ToBeVisibleAsync();
        Assert.That(() => File.GetLastWriteTimeUtc(checkpoint), Is.GreaterThan(before).After((int)Patience, 50), "it trains on");
    }

    /// <summary>The folder of the only run of a manifest.</summary>
    private string Run(string name) => Directory.EnumerateDirectories(_process.Runs, name + "-*").Single();

    private async Task AssertReportOpens()
    {
        IPage report = await _page.RunAndWaitForPopupAsync(() => _page.GetByRole(AriaRole.Link, new() { Name = "Report" }).ClickAsync());
        await report.WaitForLoadStateAsync();
        await Expect(report.Locator("h1").First).ToBeVisibleAsync();
        await report.CloseAsync();
    }

    private async Task Compare()
    {
        await _page.GetByRole(AriaRole.Link, new() { Name = "Compare its cells" }).ClickAsync();
        ILocator rows = _page.GetByRole(AriaRole.Group, new() { Name = "Comparison" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Filter(new() { HasText = "best" })).ToHaveCountAsync(1);
    }

    /// <summary>Every page at two widths, dark and light: nothing sticks out, and there are landmarks.</summary>
    private async Task LookAround()
    {
        string run = Path.GetFileName(Run("small"));
        foreach ((string name, string path) in (IEnumerable<(string, string)>)[("runs", ""), ("run", "runs/" + run), ("compare", "compare?run=" + run), ("manifests", "manifests")])
        {
            foreach ((int width, ColorScheme scheme) in (IEnumerable<(int, ColorScheme)>)[(1400, ColorScheme.Light), (390, ColorScheme.Dark)])
            {
                _page = await NewPage(width, scheme);
                await _page.GotoAsync(_process.Address.AbsoluteUri + path);
                await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
                await Expect(_page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
                await Expect(_page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToHaveCountAsync(1);
                await Expect(_page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
                if (name == "run")
                    await Expect(_page.Locator(".chart .js-line").First).ToBeAttachedAsync();
                await Shoot(name, width, scheme);
                await AssertAccessible($"{name} at {width}, {scheme}");
                Assert.That(await _page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, $"{name} at {width}: nothing sticks out");
                Assert.That(await _page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches === (getComputedStyle(document.body).backgroundColor === 'rgb(16, 22, 28)')"), Is.True, $"{name}: {scheme}");
                await _page.CloseAsync();
            }
        }
    }

    private ILocator Chip(string text) => _page.Locator(".actions .mud-chip").Filter(new() { HasText = text });

    private async Task Write(string text)
    {
        await _page.Locator(".monaco-editor .view-lines").First.ClickAsync();
        await _page.Keyboard.PressAsync("Control+A");
        await _page.Keyboard.InsertTextAsync(text);
    }

    private async Task<IPage> NewPage(int width, ColorScheme scheme)
    {
        IPage page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_process.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                _foreign.Add(request.Url);
        };
        return page;
    }

    /// <summary>For a person to look at, where the variable names a folder.</summary>
    private async Task Shoot(string name, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotsVariable) is { Length: > 0 } folder)
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
    }
}
