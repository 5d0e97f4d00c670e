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

    /// <summary>Bytes that the seeds of a cell may take at a time; null trains all of them together.</summary>
    public long? Memory { get; init; }

    /// <summary>What a cell may take before it is given up.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Usual;

    /// <summary>Whether every cell runs in a process of its own.</summary>
    public bool Isolates { get; init; }

    /// <summary>The only cell to run, in the process that another one started for it; null for all.</summary>
    public int? OnlyCell { get; init; }

    /// <summary>The data that the components of a new run read when they were tried out: a run that is stopped before its first cell knows them as well.</summary>
    public IReadOnlyList<CellData> Data { get; init; } = [];

    /// <summary>What could not be built when the components of a new run were tried out; null if all could.</summary>
    internal HangingCell? Hanging { get; init; }

    /// <summary>The options that a process for one cell is started with.</summary>
    public IReadOnlyList<string> CellOptions { get; init; } = [];

    /// <summary>Whether changed data or plugins are accepted and recorded.</summary>
    public bool AllowsChanges { get; init; }

    /// <summary>Where a cell begins that does not begin at the initial parameters of its flows; null: at those.</summary>
    public CellStart? Start { get; init; }

    /// <summary>Looks at where the time of updates goes; null if nobody wants to know.</summary>
    internal StepProfiler? Profiler { get; init; }
}
