using Microsoft.Playwright;

namespace FlowLab.Ui.Tests;

/// <summary>An installed Chromium, without a window.</summary>
internal static class Browsers
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Starts it; the test is skipped where there is none.</summary>
    public static Task<IBrowser> Launch(IPlaywright playwright)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? path = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Ignore("no Chromium on PATH");
        return playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
    }
}
