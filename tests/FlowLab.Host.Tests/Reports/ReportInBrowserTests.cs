using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;
using Microsoft.Playwright;

namespace FlowLab.Host.Tests.Reports;

/// <summary>The report as a browser shows it.</summary>
[TestFixture]
public sealed class ReportInBrowserTests
{
    private static readonly string[] BrowserNames = ["chromium", "chromium-browser", "google-chrome"];

    [Test]
    public async Task The_page_opens_without_errors_or_requests_and_shows_everything()
    {
        string browserPath = FindBrowser();
        using var temporary = new TemporaryFolder();
        RunFolder folder = RunFolder.Create(temporary.Path);
        ReportWriter.Write(folder, SampleRun.Results(64), SampleRun.Layout);

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserPath, Args = ["--no-sandbox", "--disable-gpu"] });
        IPage page = await browser.NewPageAsync();
        List<string> complaints = [], requests = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(new Uri(folder.Report).AbsoluteUri);

        Assert.That(complaints, Is.Empty);
        Assert.That(requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), Is.EqualTo(new[] { new Uri(folder.Report).AbsoluteUri }));
        await AssertContents(page);
        await page.SetViewportSizeAsync(390, 800);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, "nothing sticks out on a phone");
        Assert.That(await page.EvaluateAsync<double>("document.querySelector('table.figure img').getBoundingClientRect().top"), Is.LessThan(800), "results on the first screen");
        Assert.That(await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.panels svg')].map(panel => panel.getBoundingClientRect().width))"), Is.GreaterThan(280), "panels one below the other, as large as before");
    }

    [Test]
    public async Task On_a_phone_results_come_first_and_the_environment_last()
    {
        string browserPath = FindBrowser();
        using var temporary = new TemporaryFolder();
        RunFolder folder = RunFolder.Create(temporary.Path);
        ReportWriter.Write(folder, SampleRun.Results(16), SampleRun.Layout);

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserPath, Args = ["--no-sandbox", "--disable-gpu"] });
        IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync(new Uri(folder.Report).AbsoluteUri);

        Assert.That(await page.EvaluateAsync<double>("document.querySelector('table.metric, #figure').getBoundingClientRect().top"), Is.LessThan(2 * 844), "within two screens");
        Assert.That(await page.EvaluateAsync<string>("[...document.querySelectorAll('section')].at(-1).id"), Is.EqualTo("environment"));
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, "nothing sticks out of the page");
    }

    private static async Task AssertContents(IPage page)
    {
        int cells = SampleRun.Targets.Length * SampleRun.Methods.Length * SampleRun.Lengths.Length;
        Assert.That(await page.EvaluateAsync<int>("document.querySelectorAll('table.metric tbody tr').length"), Is.EqualTo(cells * SampleRun.Metrics.Length));
        Assert.That(await page.EvaluateAsync<int>("[...document.images].filter(image => image.complete && image.naturalWidth > 0 && image.alt).length"), Is.EqualTo(cells + SampleRun.Targets.Length));
        Assert.That(await page.EvaluateAsync<int>("document.images.length"), Is.EqualTo(cells + SampleRun.Targets.Length));
        Assert.That(await page.EvaluateAsync<int>("[...document.querySelectorAll('svg.chart path[fill=none]')].filter(line => line.getBoundingClientRect().width > 10).length"),
            Is.GreaterThanOrEqualTo(SampleRun.Targets.Length * SampleRun.Methods.Length));
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, "nothing sticks out of the page");
    }

    private static string FindBrowser()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? found = folders.SelectMany(folder => BrowserNames.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Ignore("no Chromium on PATH");
        return found!;
    }
}
