using System.CommandLine;
using FlowLab.Host.Commands;
using FlowLab.Host.Manifests;
using FlowLab.Host.Tests.Runs;
using FlowLab.Host.Watching;

namespace FlowLab.Host.Tests.Watching;

public class WatchSessionTests
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

    private TemporaryFolder _folder = null!;
    private StringWriter _output = null!;
    private StringWriter _error = null!;

    private string Plugin => Path.Combine(_folder.In("plugin"), "PlantedFlows.dll");

    [TearDown]
    public void RemoveFolder()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [SetUp]
    public void CopyPlugin()
    {
        (_folder, _output, _error) = (new TemporaryFolder(), new StringWriter(), new StringWriter());
        Directory.CreateDirectory(_folder.In("plugin"));
        foreach (string file in Directory.GetFiles(Path.Combine(TestFolders.TestPlugins, "PlantedFlows")))
            File.Copy(file, Path.Combine(_folder.In("plugin"), Path.GetFileName(file)));
        File.WriteAllText(_folder.In("manifest.json"), Manifest);
    }

    [Test]
    public void A_rebuilt_plugin_runs_again_and_the_old_build_is_gone()
    {
        using WatchSession session = Start();
        Assert.That(session.Renew(), Is.True, _error.ToString());
        session.Finish();
        Rebuild();
        Assert.That(session.Renew(), Is.True, _error.ToString());
        session.Finish();
        Assert.Multiple(() =>
        {
            Assert.That(session.Retired, Is.Not.Empty);
            Assert.That(session.Retired.Select(place => place.IsAlive), Has.All.False, "load contexts of the first build, its kernels and containers with them");
            Assert.That(File.Exists(Report("001")), Is.True, _output.ToString() + _error);
            Assert.That(File.Exists(Report("002")), Is.True, _output.ToString() + _error);
        });
    }

    [Test]
    public void A_run_at_work_is_ended_when_its_plugin_is_rebuilt()
    {
        File.WriteAllText(_folder.In("manifest.json"), Manifest.Replace("\"updates\": 20", "\"updates\": 100000000", StringComparison.Ordinal));
        using WatchSession session = Start();
        Assert.That(session.Renew(), Is.True, _error.ToString());
        Rebuild();
        Assert.That(session.Renew(), Is.True, _error.ToString());
        Assert.That(session.Retired.Select(place => place.IsAlive), Has.All.False);
    }

    [Test]
    public void A_broken_build_shows_its_error_and_the_last_good_one_stays()
    {
        using WatchSession session = Start();
        Assert.That(session.Renew(), Is.True, _error.ToString());
        File.WriteAllText(Plugin, "MZ half a file");
        Assert.That(session.Renew(), Is.False);
        Assert.That(_error.ToString(), Does.Contain("FLP001").And.Contain("the last good build goes on"));
        Assert.That(session.Retired, Is.Empty);
        session.Finish();
        Assert.That(File.Exists(Report("001")), Is.True, _output.ToString() + _error);
        File.Copy(Path.Combine(TestFolders.TestPlugins, "PlantedFlows", "PlantedFlows.dll"), Plugin, overwrite: true);
        Assert.That(session.Renew(), Is.True, _error.ToString());
    }

    [Test]
    public async Task A_change_of_a_library_is_noticed_and_a_touch_is_not()
    {
        using var changes = new PluginChanges([_folder.In("plugin"), _folder.In("manifest.json")]);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        Task<bool> touched = Task.Run(() => changes.Wait(soon.Token));
        File.SetLastWriteTimeUtc(Plugin, DateTime.UtcNow);
        Assert.That(await touched, Is.False);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Task<bool> rebuilt = Task.Run(() => changes.Wait(stop.Token));
        Rebuild();
        Assert.That(await rebuilt, Is.True);
        Task<bool> saved = Task.Run(() => changes.Wait(stop.Token));
        File.AppendAllText(_folder.In("manifest.json"), "\n");
        Assert.That(await saved, Is.True);
        using var told = new CancellationTokenSource();
        Task<bool> stopped = Task.Run(() => changes.Wait(told.Token));
        await told.CancelAsync();
        Assert.That(await stopped, Is.False);
    }

    private string Report(string start) => Path.Combine(_folder.In("runs"), start, "report.html");

    private WatchSession Start() => new(
        new RunArguments(_folder.In("manifest.json"), new ManifestOverrides([], null, null), "cpu", 2, _folder.In("runs"), null, false),
        [TestFolders.RealPlugins, _folder.In("plugin")], new InvocationConfiguration { Output = _output, Error = _error });

    /// <summary>Another build of the same source: the time stamp in the image differs.</summary>
    private void Rebuild()
    {
        byte[] image = File.ReadAllBytes(Plugin);
        image[BitConverter.ToInt32(image, 0x3C) + 8] ^= 1;
        File.WriteAllBytes(Plugin, image);
    }
}
