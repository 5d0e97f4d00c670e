using System.Runtime.CompilerServices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Watching;

/// <summary>Keeps a manifest running with the newest build of its plugins that works.</summary>
/// <param name="folders">Folders with plugins, or DLLs.</param>
/// <param name="work">What is done with a build.</param>
internal sealed class WatchSession(IReadOnlyList<string> folders, IWatchedWork work) : IDisposable
{
    private const int Collections = 10;

    private readonly List<WeakReference> _retired = [];
    private WatchedBuild? _current;
    private int _starts;

    /// <summary>Where plugins of earlier builds lived.</summary>
    public IReadOnlyList<WeakReference> Retired => _retired;

    /// <summary>
    /// Loads what is there now. If it works, the run of the build before is ended, that build unloaded, and the run started anew; if not, what is wrong is
    /// said and everything stays as it is.
    /// </summary>
    /// <returns>Whether a new run was started.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Renew()
    {
        PluginCatalog catalog = PluginCatalog.Load(folders, inMemory: true);
        if (work.Prepare(catalog) is not { } plan)
        {
            catalog.Dispose();
            work.Refuse(_current is not null);
            return false;
        }
        Retire();
        int start = ++_starts;
        _current = new WatchedBuild(catalog, plan, (what, by, stop) => work.Run(what, by, start, stop));
        return true;
    }

    /// <summary>Waits until the run at hand is over.</summary>
    public void Finish() => _current?.Finish();

    /// <inheritdoc/>
    public void Dispose() => Retire();

    /// <summary>Ends the run at hand and unloads its plugins; what they leave is collected at once, so that builds do not pile up.</summary>
    private void Retire()
    {
        RetireCurrent();
        for (int i = 0; i < Collections && _retired.Exists(place => place.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RetireCurrent()
    {
        if (_current is null)
            return;
        _retired.AddRange(_current.Places);
        _current.Dispose();
        _current = null;
    }
}
