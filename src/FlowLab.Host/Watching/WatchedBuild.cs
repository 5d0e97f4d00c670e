using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Watching;

/// <summary>One build of the plugins and the run that it is in. Disposing it ends the run and unloads the plugins.</summary>
internal sealed class WatchedBuild : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PluginCatalog _catalog;
    private readonly Task _run;

    /// <param name="catalog">The plugins, owned from here on.</param>
    /// <param name="plan">What they are to run.</param>
    /// <param name="run">Runs it until it is done or told to stop; throws nothing.</param>
    public WatchedBuild(PluginCatalog catalog, ExperimentPlan plan, Action<ExperimentPlan, PluginCatalog, CancellationToken> run)
    {
        _catalog = catalog;
        Places = catalog.Places;
        _run = Task.Factory.StartNew(() => run(plan, catalog, _stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Where each of its plugins lives.</summary>
    public IReadOnlyList<WeakReference> Places { get; }

    /// <summary>Waits until the run is over.</summary>
    public void Finish() => _run.Wait();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _run.Wait();
        _stop.Dispose();
        _catalog.Dispose();
    }
}
