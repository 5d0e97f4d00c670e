using System.Security.Cryptography;

namespace FlowLab.Host.Watching;

/// <summary>Waits until the DLLs of plugins, or the manifest, have changed and nobody writes to them any more.</summary>
internal sealed class PluginChanges : IDisposable
{
    /// <summary>A build writes several files; it is over when none has changed for so long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _events = new(0);
    private readonly IReadOnlyList<string> _places;
    private string _known;

    /// <param name="places">Folders of plugins, DLLs and other files.</param>
    public PluginChanges(IEnumerable<string> places)
    {
        _places = [.. places.Select(Path.GetFullPath)];
        foreach (string place in _places)
            Watch(place);
        _known = Fingerprint();
    }

    /// <summary>Returns when something is not what it was at the last call, or else when it is told to stop.</summary>
    /// <returns>Whether something changed.</returns>
    public bool Wait(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                _events.Wait(stop);
                while (_events.Wait(Quiet, stop))
                    continue;
                string now = Fingerprint();
                if (now == _known)
                    continue;
                _known = now;
                return true;
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _events.Dispose();
    }

    /// <summary>A DLL is watched with its neighbors, which it may depend on.</summary>
    private void Watch(string place)
    {
        bool isFolder = Directory.Exists(place);
        string folder = isFolder ? place : Path.GetDirectoryName(place)!;
        if (!Directory.Exists(folder))
            return;
        bool isLibrary = isFolder || Path.GetExtension(place) == ".dll";
        var watcher = new FileSystemWatcher(folder, isLibrary ? "*.dll" : Path.GetFileName(place)) { IncludeSubdirectories = isFolder };
        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Note(object sender, FileSystemEventArgs change) => _events.Release();

    private string Fingerprint() => string.Join(';', _places.SelectMany(FilesOf).Distinct().Order(StringComparer.Ordinal).Select(file => $"{file}={Digest(file)}"));

    private static IEnumerable<string> FilesOf(string place) =>
        Directory.Exists(place) ? Directory.EnumerateFiles(place, "*.dll", SearchOption.AllDirectories)
        : Path.GetExtension(place) == ".dll" && Directory.Exists(Path.GetDirectoryName(place)) ? Directory.EnumerateFiles(Path.GetDirectoryName(place)!, "*.dll")
        : [place];

    /// <summary>A file that is being written has no digest yet; the event at its end brings it.</summary>
    private static string Digest(string file)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
