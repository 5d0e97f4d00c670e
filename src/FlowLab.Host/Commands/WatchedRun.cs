using System.CommandLine;
using System.Globalization;
using FlowLab.Data;
using FlowLab.Engine;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;
using FlowLab.Host.Watching;

namespace FlowLab.Host.Commands;

/// <summary>What <c>flowlab watch</c> does with a build of the plugins: what <c>flowlab run</c> would.</summary>
/// <param name="arguments">What <c>run</c> would be given; its run folder gets a numbered folder per start.</param>
/// <param name="console">Where to say what happens.</param>
internal sealed class WatchedRun(RunArguments arguments, InvocationConfiguration console) : IWatchedWork
{
    /// <inheritdoc/>
    public ExperimentPlan? Prepare(PluginCatalog catalog)
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

    /// <inheritdoc/>
    public void Refuse(bool runGoesOn) =>
        console.Error.WriteLine(runGoesOn ? "the last good build goes on; waiting for the next" : "nothing runs; waiting for a build that works");

    /// <inheritdoc/>
    public void Run(ExperimentPlan plan, PluginCatalog catalog, int start, CancellationToken stop)
    {
        try
        {
            RunCommandHandler.Run(arguments with { Out = FolderOf(start) }, plan, catalog, console, stop);
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

    private void Probe(PluginCatalog catalog, ExperimentPlan plan)
    {
        using RunDevice device = RunDevice.Open(arguments.Device, arguments.Threads);
        using CellFactory factory = new(catalog, device.Accelerator, arguments.Data);
        factory.Probe(plan);
    }

    private string? FolderOf(int start) => arguments.Out is { } folder ? Path.Combine(folder, start.ToString("000", CultureInfo.InvariantCulture)) : null;

    private static bool IsRefusal(Exception failure) => failure is FlowLabException or RunException or FlowLabEngineException or FlowLabDataException;
}
