using System.Text.RegularExpressions;
using FlowLab.Host.Commands;
using FlowLab.Host.Tests.Commands;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Watching;

/// <summary><c>flowlab watch</c> as somebody at a terminal sees it: the program itself, files that change under it, Ctrl-C.</summary>
[Parallelizable]
public partial class WatchProcessTests
{
    private const string Manifest =
        """
        {
          "name": "watched",
          "target": { "type": "energy", "name": "U1" },
          "flow": [ { "type": "planted", "length": 2 } ],
          "training": { "batch": 50, "updates": 20 },
          "evaluation": { "samples": 200, "gridResolution": 40, "figureResolution": 20 },
          "seeds": 2
        }
        """;

    private static readonly string Source = Path.Combine(TestFolders.TestPlugins, "PlantedFlows");

    [Test]
    public void A_rebuilt_plugin_runs_again_and_a_broken_build_shows_its_error_and_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        string plugin = Prepare(folder), runs = folder.In("runs");
        using FlowLabProcess watch = new("watch", folder.In("manifest.json"), "--plugins", TestFolders.RealPlugins, "--plugins", folder.In("plugin"), "--threads", "1", "--out", runs);
        WaitFor(watch, () => Finished(watch) == 1, "the first run ends");

        Write(plugin, Rebuilt(File.ReadAllBytes(plugin)));
        WaitFor(watch, () => Finished(watch) == 2, "the rebuilt plugin runs");

        Write(plugin, "MZ half a file"u8.ToArray());
        WaitFor(watch, () => watch.Error.Contains("the last good build goes on; waiting for the next", StringComparison.Ordinal), "the broken build is shown");
        Assert.That(watch.Error, Does.Contain("FLP001"));
        Assert.That(Directory.GetDirectories(runs), Has.Length.EqualTo(2), "a broken build starts nothing");

        Write(plugin, File.ReadAllBytes(Path.Combine(Source, "PlantedFlows.dll")));
        WaitFor(watch, () => Finished(watch) == 3, "the next good build runs");
        File.WriteAllText(folder.In("manifest.json"), Manifest.Replace("\"seeds\": 2", "\"seeds\": 1", StringComparison.Ordinal));
        WaitFor(watch, () => Finished(watch) == 4, "the saved manifest runs");

        watch.Interrupt();
        Assert.That(watch.WaitForExit(), Is.EqualTo(ExitCodes.Interrupted));
        Assert.That(Directory.GetFiles(runs, "report.html", SearchOption.AllDirectories).Select(report => Path.GetFileName(Path.GetDirectoryName(report))).Order(), Is.EqualTo(new[] { "001", "002", "003", "004" }));
    }

    private static string Prepare(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.In("plugin"));
        foreach (string file in Directory.GetFiles(Source))
            File.Copy(file, Path.Combine(folder.In("plugin"), Path.GetFileName(file)));
        File.WriteAllText(folder.In("manifest.json"), Manifest);
        return Path.Combine(folder.In("plugin"), "PlantedFlows.dll");
    }

    private static int Finished(FlowLabProcess watch) => WaitingPattern().Count(watch.Output);

    private static void WaitFor(FlowLabProcess watch, Func<bool> condition, string what) =>
        Assert.That(watch.WaitUntil(condition), Is.True, $"{what}; the program ended with {watch.Output} {watch.Error}");

    /// <summary>As a build does it: the file is written over while others may look.</summary>
    private static void Write(string file, byte[] image) => File.WriteAllBytes(file, image);

    /// <summary>Another build of the same source: the time stamp in the image differs.</summary>
    private static byte[] Rebuilt(byte[] image)
    {
        image[BitConverter.ToInt32(image, 0x3C) + 8] ^= 1;
        return image;
    }

    [GeneratedRegex("^waiting for the next build", RegexOptions.Multiline)]
    private static partial Regex WaitingPattern();
}
