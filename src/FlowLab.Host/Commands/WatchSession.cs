using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using FlowLab.Data;
using FlowLab.Engine;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;
using FlowLab.Host.Watching;

namespace FlowLab.Host.Commands;

/// <summary>Keeps a manifest running with the newest build of its plugins that works.</summary>
/// <param name="arguments">What <c>run</c> would be given; its run folder gets a numbered folder per start.</param>
/// <param name="folders">Folders with plugins, or DLLs.</param>
/// <param name="console">Where to say what happens.</param>
internal sealed class WatchSession(RunArguments arguments, IReadOnlyList<string> folders, InvocationConfiguration console) : IDisposable
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
        if (Prepare(catalog) is not { } plan)
        {
            catalog.Dispose();
            console.Error.WriteLine(_current is null ? "nothing runs; waiting for a build that works" : "the last good build goes on; waiting for the next");
            return false;
        }
        Retire();
        _starts++;
        _current = new WatchedBuild(catalog, plan, Run);
        return true;
    }

    /// <summary>Waits until the run at hand is over.</summary>
    public void Finish() => _current?.Finish();

    /// <inheritdoc/>
    public void Dispose() => Retire();

    /// <summary>Everything that can be refused, plugins and manifest and constructors, is asked before the old run is given up.</summary>
    private ExperimentPlan? Prepare(PluginCatalog catalog)
    {
        try
        {
            ManifestResult result = ManifestLoader.Load(arguments.Manifest, arguments.Overrides, catalog);
            if (result.Plan is null)
            {
                FaultReport.Write(console.Error, arguments.Manifest, result.Faults, catalog.Faults);
                return null;
            }
            foreach (PluginFault fault in catalog.Faults)
                console.Error.WriteLine(fault);
            Probe(catalog, result.Plan);
            return result.Plan;
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            console.Error.WriteLine(refusal.Message);
            return null;
        }
    }

    private void Probe(PluginCatalog catalog, ExperimentPlan plan)
    {
        using RunDevice device = RunDevice.Open(arguments.Device, arguments.Threads);
        using CellFactory factory = new(catalog, device.Accelerator, arguments.Data);
        PlanProbe.Require(device, factory, plan, arguments.Limits);
    }

    private void Run(ExperimentPlan plan, PluginCatalog catalog, CancellationToken stop)
    {
        try
        {
            RunCommandHandler.Run(arguments with { Out = FolderOfStart() }, plan, catalog, console, stop);
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            console.Error.WriteLine(refusal.Message);
        }
#pragma warning disable CA1031 // Whatever ends a run must not end the watch.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            console.Error.WriteLine($"the run failed unexpectedly with {failure.GetType().Name}: {failure.Message}");
        }
        if (!stop.IsCancellationRequested)
            console.Output.WriteLine("waiting for the next build");
    }

    private string? FolderOfStart() => arguments.Out is { } folder ? Path.Combine(folder, _starts.ToString("000", CultureInfo.InvariantCulture)) : null;

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

    private static bool IsRefusal(Exception failure) => failure is FlowLabException or RunException or FlowLabEngineException or FlowLabDataException;
}
