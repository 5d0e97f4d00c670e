using FlowLab.Host.Manifests;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What the <c>run</c> command was given.</summary>
/// <param name="Manifest">The manifest file; with <see cref="Resume"/> the one in the run folder.</param>
/// <param name="Overrides">What <c>--set</c> and <c>--seeds</c> change in it.</param>
/// <param name="Device">The device's name.</param>
/// <param name="Threads">Threads on the CPU; null takes one per core.</param>
/// <param name="Out">The run folder to create; null names one after the experiment.</param>
/// <param name="Resume">The run folder to go on with; null starts a new run.</param>
/// <param name="ChecksOnly">Whether to stop after the checks.</param>
/// <param name="Data">The data folder; null leaves it to the environment.</param>
public sealed record RunArguments(
    string Manifest, ManifestOverrides Overrides, string Device, int? Threads, string? Out, string? Resume, bool ChecksOnly, string? Data = null)
{
    /// <summary>Whether the first cell that fails ends the run.</summary>
    public bool FailsFast { get; init; }

    /// <summary>Whether every access of a kernel is checked.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Whether every cell runs in a process of its own.</summary>
    public bool Isolates { get; init; }

    /// <summary>The only cell to run, in the process that another one started for it; null for all.</summary>
    public int? OnlyCell { get; init; }

    /// <summary>Bytes that the seeds of a cell may take at a time; null trains all of them together.</summary>
    public long? Memory { get; init; }

    /// <summary>What a cell may take before it is given up.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Usual;

    /// <summary>The options that a process for one cell is started with.</summary>
    public IReadOnlyList<string> CellOptions { get; init; } = [];

    /// <summary>Whether a run is resumed although data or plugins are not those that it was started with.</summary>
    public bool AllowsChanges { get; init; }

    /// <summary>Where a cell begins that does not begin at the initial parameters of its flows; null: at those.</summary>
    public CellStart? Start { get; init; }

    /// <summary>Where progress goes, as plain lines; null: to the standard output, live on a terminal.</summary>
    public TextWriter? Progress { get; init; }

    /// <summary>Whether to look at where the time of updates goes.</summary>
    public bool Profiles { get; init; }
}
