using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>Shows everything that is wrong with a manifest at once.</summary>
internal static class FaultReport
{
    /// <summary>Writes all faults; plugin faults follow where a component was not found, as they may be why.</summary>
    /// <returns>The exit code for invalid input.</returns>
    public static int Write(TextWriter error, string manifest, IReadOnlyList<ManifestFault> faults, IReadOnlyList<PluginFault> pluginFaults)
    {
        error.WriteLine($"{manifest}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}, nothing was run");
        foreach (ManifestFault fault in faults)
            error.WriteLine($"  {fault}");
        if (faults.Any(fault => fault.Number == ManifestFaultNumbers.UnknownComponent))
            foreach (PluginFault fault in pluginFaults)
                error.WriteLine($"  {fault}");
        error.WriteLine("docs/errors.md explains each number.");
        return ExitCodes.InvalidInput;
    }
}
