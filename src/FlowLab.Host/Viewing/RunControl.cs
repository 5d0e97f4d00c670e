using System.ComponentModel;
using System.Globalization;
using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>Runs that the page starts; when the page ends, they write a checkpoint and end.</summary>
internal sealed class RunControl : IRunControl, IDisposable
{
    private readonly RunFinder _finder;
    private readonly Func<string, string> _manifestOf;
    private readonly IReadOnlyList<string> _options;
    private readonly List<ChildRun> _children = [];
    private readonly Dictionary<string, string[]> _devices = [];
    private readonly Lock _turn = new();

    /// <param name="finder">Where runs are.</param>
    /// <param name="manifestOf">The file of a manifest on the shelf.</param>
    /// <param name="options">Options that every process is given, such as where plugins and data are.</param>
    public RunControl(RunFinder finder, Func<string, string> manifestOf, IReadOnlyList<string> options) => (_finder, _manifestOf, _options) = (finder, manifestOf, options);

    /// <inheritdoc/>
    public IReadOnlyList<StartedRun> Started
    {
        get
        {
            lock (_turn)
                return [.. _children.AsEnumerable().Reverse().Select(child => child.Seen)];
        }
    }

    /// <inheritdoc/>
    public string Start(StartRequest request) => Refusals.Translate(() =>
    {
        lock (_turn)
        {
            string key = NewKey(request.Manifest), manifest = _manifestOf(request.Manifest);
            List<string> arguments = ["run", manifest, "--out", _finder.PathOf(key)];
            AddOption(arguments, "--preset", request.Preset);
            AddOption(arguments, "--seeds", Text(request.Seeds));
            List<string> device = [];
            AddOption(device, "--device", request.Device);
            AddOption(device, "--threads", Text(request.Threads));
            _devices[key] = [.. device];
            Begin(key, [.. arguments, .. device]);
            return key;
        }
    });

    /// <summary>Goes on with a run that was stopped, with the device and threads that this page started it with, if it did.</summary>
    public void Resume(string key) => Refusals.Translate(() =>
    {
        lock (_turn)
        {
            RunFolder folder = _finder.Open(key);
            if (Running(key) is not null || RunLock.IsHeld(folder.Lock))
                throw ViewErrors.AtWork(key);
            Begin(key, ["run", "--resume", folder.Path, .. _devices.GetValueOrDefault(key, [])]);
            return key;
        }
    });

    /// <inheritdoc/>
    public void Stop(string key) => Refusals.Translate(() =>
    {
        lock (_turn)
            (Running(key) ?? throw ViewErrors.NotOurs(key)).Stop();
        return key;
    });

    /// <inheritdoc/>
    public StartedRun? Find(string key)
    {
        lock (_turn)
            return _children.LastOrDefault(child => child.Key == key)?.Seen;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_turn)
        {
            foreach (ChildRun child in _children.Where(child => child.IsRunning))
                child.Stop();
            foreach (ChildRun child in _children)
            {
                child.Wait();
                child.Dispose();
            }
            _children.Clear();
        }
    }

    private void Begin(string key, IReadOnlyList<string> arguments)
    {
        try
        {
            _children.Add(new ChildRun(key, [.. arguments, .. _options]));
        }
        catch (Win32Exception error)
        {
            throw new PageException($"the process for '{key}' cannot be started: {error.Message}", error);
        }
    }

    private ChildRun? Running(string key) => _children.LastOrDefault(child => child.Key == key && child.IsRunning);

    private string NewKey(string manifest)
    {
        string name = FileNames.Safe(Path.GetFileNameWithoutExtension(manifest)) + DateTime.Now.ToString("-yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (int number = 1; ; number++)
        {
            string key = number == 1 ? name : FormattableString.Invariant($"{name}-{number}");
            if (!Directory.Exists(_finder.PathOf(key)) && _children.TrueForAll(child => child.Key != key))
                return key;
        }
    }

    private static void AddOption(List<string> arguments, string name, string value)
    {
        if (value.Length > 0)
            arguments.AddRange([name, value]);
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
