using System.Text.RegularExpressions;

namespace FlowLab.Ui.Tests;

/// <summary><c>flowlab ui</c> as a process, with folders of its own for runs and manifests.</summary>
internal sealed partial class PageProcess : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FlowLabProcess _process;

    private PageProcess()
    {
        Directory.CreateDirectory(Runs);
        Directory.CreateDirectory(Manifests);
        _process = new FlowLabProcess("ui", Runs, "--manifests", Manifests, "--no-browser");
    }

    /// <summary>Where the page looks for runs.</summary>
    public string Runs => _folder.In("runs");

    /// <summary>Where it looks for manifests.</summary>
    public string Manifests => _folder.In("manifests");

    /// <summary>The address that was printed.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts the page, and waits until it answers.</summary>
    public static PageProcess Start()
    {
        var page = new PageProcess();
        bool isThere = page._process.WaitUntil(() => Printed().IsMatch(page._process.Output));
        Assert.That(isThere, Is.True, page._process.Output + page._process.Error);
        page.Address = new Uri(Printed().Match(page._process.Output).Groups[1].Value);
        return page;
    }

    /// <summary>Asks it to end, as Ctrl-C does.</summary>
    /// <returns>Its exit code.</returns>
    public int Stop()
    {
        _process.Interrupt();
        return _process.WaitForExit();
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex("page: (http://127[.]0[.]0[.]1:[0-9]+/[0-9a-f]{48}/)\r?\n")]
    private static partial Regex Printed();
}
