using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Runs;

/// <summary>What the run command asks for.</summary>
/// <param name="Plan">The checked plan.</param>
/// <param name="Catalog">The plugins that the plan was checked against.</param>
/// <param name="Folder">The run folder.</param>
/// <param name="Device">The device.</param>
/// <param name="CommandLine">As typed, for the report.</param>
/// <param name="Resumes">Whether the folder holds an earlier part of this run.</param>
/// <param name="DataFolder">What <c>--data</c> says; null if it was not given.</param>
public sealed record RunRequest(
    ExperimentPlan Plan, PluginCatalog Catalog, RunFolder Folder, RunDevice Device, string CommandLine, bool Resumes, string? DataFolder = null);
