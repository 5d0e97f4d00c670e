using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Profiles;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>What the run command asks for.</summary>
/// <param name="Plan">The checked plan.</param>
/// <param name="Catalog">The plugins that the plan was checked against.</param>
/// <param name="Folder">The run folder.</param>
/// <param name="Device">The device.</param>
/// <param name="Factory">Builds what cells name, on the device.</param>
/// <param name="CommandLine">As typed, for the report.</param>
/// <param name="Resumes">Whether the folder holds an earlier part of this run.</param>
public sealed record RunRequest(
    ExperimentPlan Plan, PluginCatalog Catalog, RunFolder Folder, RunDevice Device, CellFactory Factory, string CommandLine, bool Resumes)
{
    /// <summary>Whether the first cell that fails ends the run.</summary>
    public bool FailsFast { get; init; }

    /// <summary>Whether changed data or plugins are accepted and recorded.</summary>
    public bool AllowsChanges { get; init; }

    /// <summary>Looks at where the time of updates goes; null if nobody wants to know.</summary>
    internal StepProfiler? Profiler { get; init; }
}
