using System.Collections.Concurrent;
using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>The lines of the list of runs; a database that has not changed is not opened again.</summary>
/// <param name="finder">Where runs are.</param>
internal sealed class RunSummaries(RunFinder finder)
{
    private readonly ConcurrentDictionary<string, (RunStamp Stamp, RunDigest? Digest, string Problem)> _known = new();

    /// <summary>The line of a run.</summary>
    public RunSummary Of(string key)
    {
        try
        {
            return Summarize(key, finder.Open(key));
        }
        catch (Exception refusal) when (refusal is FlowLabException or RunException or IOException or UnauthorizedAccessException)
        {
            return RunSummary.Unreadable(key, DateTimeOffset.MinValue, refusal.Message);
        }
    }

    private RunSummary Summarize(string key, RunFolder folder)
    {
        var stamp = RunStamp.Of(folder);
        if (!_known.TryGetValue(key, out (RunStamp Stamp, RunDigest? Digest, string Problem) known) || known.Stamp != stamp)
            _known[key] = known = Read(folder, stamp);
        return known.Digest is { } digest
            ? new RunSummary(key, StateOf(folder, digest), digest.Cells, digest.Finished, digest.Seeds, digest.Progress, digest.Device, stamp.Changed, "")
            : RunSummary.Unreadable(key, stamp.Changed, known.Problem);
    }

    private static (RunStamp Stamp, RunDigest? Digest, string Problem) Read(RunFolder folder, RunStamp stamp)
    {
        try
        {
            using RunStore store = RunStore.OpenToWatch(folder);
            return (stamp, store.ReadDigest(), "");
        }
        catch (RunException refusal)
        {
            return (stamp, null, refusal.Message);
        }
    }

    private static RunState StateOf(RunFolder folder, RunDigest digest) =>
        RunLock.IsHeld(folder.Lock) ? RunState.Running
        : !digest.IsFinished ? RunState.Stopped
        : digest.Faults > 0 ? RunState.Faulty
        : RunState.Finished;
}
