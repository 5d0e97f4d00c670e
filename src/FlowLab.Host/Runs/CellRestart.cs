using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Brings a cell back to its checkpoint, and over to a plan that asks for more of it: seeds that were added are trained up to where the others are, and then all go
/// on together. Whenever this is interrupted, the next start goes on with it.
/// </summary>
/// <param name="request">The run.</param>
/// <param name="store">Its database.</param>
/// <param name="before">What the database knew of the cell when this start began; null if nothing.</param>
/// <param name="cell">The cell.</param>
internal sealed class CellRestart(RunRequest request, RunStore store, CellResults? before, CellPlan cell)
{
    private readonly string _settings = CellSettingsJson.Of(cell.Manifest, request.Plan.Seeds);
    private readonly string _checkpoint = request.Folder.Checkpoint(cell.Id);

    private string AddedCheckpoint => _checkpoint + ".added";

    private string Stored => before?.Cell.SettingsJson ?? _settings;

    /// <summary>
    /// The state to go on from, with all seeds of the plan; null to begin at the beginning, or if <paramref name="cancellation"/> was asked for before added seeds
    /// had met the others. The database then knows nothing beyond it.
    /// </summary>
    public TrainingState? Find(CellProgress progress, CellWatch watch, CancellationToken cancellation)
    {
        if (!File.Exists(_checkpoint))
        {
            store.DiscardAfter(cell.Index, 0);
            store.SetSettings(cell.Index, _settings);
            return null;
        }
        TrainingState state = CheckpointFile.Read(_checkpoint, [CellFingerprint.Of(Stored), CellFingerprint.Of(_settings)]);
        NoteLostRows(state, progress);
        store.DiscardAfter(cell.Index, state.Update, state.Seeds);
        if (state.Seeds.SequenceEqual(request.Plan.Seeds))
            return state;
        return CatchUp(state, progress, watch, cancellation) is { } added ? SeedMerge.Of(request.Plan.Seeds, state, added) : null;
    }

    /// <summary>Whether the cell is to be brought over to the plan's settings, once a session has its state.</summary>
    public bool IsBroughtOver => Stored != _settings;

    /// <summary>Makes the state of the session that of the cell: a checkpoint with the plan's settings, and rows as the longer run would have them.</summary>
    public void BringOver(CellRunner runner, TrainingSession session)
    {
        if (SettingsParts.Of(Stored) is { } old && session.Update == old.Updates && session.Update % cell.Manifest.Training.MetricsEvery != 0 && !session.IsFinished)
            store.DiscardAt(cell.Index, session.Update, [session.LossName, CellRunner.WorstLoss]);
        runner.WriteCheckpoint();
        File.Delete(AddedCheckpoint);
        store.SetSettings(cell.Index, _settings);
    }

    private TrainingState? CatchUp(TrainingState others, CellProgress progress, CellWatch watch, CancellationToken cancellation)
    {
        int[] seeds = [.. request.Plan.Seeds.Except(others.Seeds)];
        string fingerprint = CellFingerprint.Of(CellSettingsJson.Of(cell.Manifest, seeds));
        watch.Building();
        using TrainingSession session = new(request.Factory.Create(cell.Manifest, seeds), request.Device.Accelerator);
        watch.Working();
        CellRunner runner = new(store, cell, session, AddedCheckpoint, fingerprint, progress, watch) { MeetsAt = others.Update };
        TrainingState? begun = ReadAdded(fingerprint);
        store.DiscardOthersAfter(cell.Index, others.Seeds, begun?.Update ?? 0);
        if (begun is not null)
            runner.Restore(begun);
        return runner.Train(cancellation) ? session.ReadState() : null;
    }

    /// <summary>Null if there is none, or if it is of other seeds than those that are wanted now.</summary>
    private TrainingState? ReadAdded(string fingerprint)
    {
        try
        {
            return File.Exists(AddedCheckpoint) ? CheckpointFile.Read(AddedCheckpoint, fingerprint) : null;
        }
        catch (Engine.FlowLabEngineException)
        {
            return null;
        }
    }

    private void NoteLostRows(TrainingState state, CellProgress progress)
    {
        long known = before?.UpdatesDone ?? 0;
        if (known >= state.Update)
            return;
        string message = RunErrors.RowsLost(cell.Id, known, state.Update);
        store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, state.Update, RunEventKind.Warning, message));
        progress.Note(message);
    }
}
