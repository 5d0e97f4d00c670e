using FlowLab.Engine.Auditing;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;
using FlowLab.Optimization;

namespace FlowLab.Host.Runs;

/// <summary>
/// Trains and measures a cell whose seeds do not fit into memory together, one group after the other. As a seed computes the same alone and among others, figures, curves and checkpoint end as
/// they do where all fit; but for a cell all of whose seeds are stopped, which goes on to its last update. Until all groups are done, the cell has the checkpoint that it had before.
/// </summary>
/// <param name="request">The run.</param>
/// <param name="store">Its database.</param>
/// <param name="before">What the database knew of the cell when this start began; null if nothing.</param>
/// <param name="cell">The cell.</param>
/// <param name="groups">The seeds of each group.</param>
internal sealed class SeedQueue(RunRequest request, RunStore store, CellResults? before, CellPlan cell, IReadOnlyList<IReadOnlyList<int>> groups)
{
    private readonly string _checkpoint = request.Folder.Checkpoint(cell.Id);
    private readonly string _settings = CellSettingsJson.Of(cell.Manifest, request.Plan.Seeds);

    /// <summary>Looks at the components of the first group before it is trained.</summary>
    public Action<TrainingDefinition>? Look { get; init; }

    private IReadOnlyList<string> Parts => [.. groups.Select(group => SeedGroups.Part(_checkpoint, group))];

    private string Stored => before?.Cell.SettingsJson ?? _settings;

    private long Updates => cell.Manifest.Objective.Type == ObjectiveKind.None ? 0 : cell.Manifest.Training.Updates;

    /// <summary>Goes on where an earlier start stopped.</summary>
    /// <returns>The figures; null if <paramref name="cancellation"/> was asked for before all groups were done.</returns>
    public AuditedFigures? Run(CellProgress progress, CellWatch watch, CancellationToken cancellation)
    {
        DiscardShortRecord();
        store.AppendCheckpoint(cell.Index, before?.UpdatesDone ?? 0, [], []);
        List<SeedMetric> measured = [];
        for (int number = 0; number < groups.Count; number++)
        {
            if (cancellation.IsCancellationRequested || !RunGroup(number, measured, progress, watch, cancellation))
                return null;
        }
        CheckpointFile.Merge(_checkpoint, CellFingerprint.Of(_settings), request.Plan.Seeds, Parts);
        store.SetSettings(cell.Index, _settings);
        store.AppendCheckpoint(cell.Index, Updates, [], []);
        var figures = AuditedFigures.Of(InOrder(measured));
        Save(figures, progress, watch);
        foreach (string part in Parts)
            File.Delete(part);
        return figures;
    }

    private bool RunGroup(int number, List<SeedMetric> measured, CellProgress progress, CellWatch watch, CancellationToken cancellation)
    {
        IReadOnlyList<int> seeds = groups[number];
        watch.Building();
        TrainingDefinition definition = request.Factory.Create(cell.Manifest, seeds);
        using TrainingSession session = new(definition, request.Device.Accelerator);
        TrainingState? state = StateOf(seeds, definition.Schedule);
        store.DiscardSeedsAfter(cell.Index, seeds, state?.Update ?? 0);
        progress.Note(FormattableString.Invariant(
            $"{cell.Id}: {seeds.Count} of {request.Plan.Seeds.Count} seeds at a time, group {number + 1} of {groups.Count}{(state is { Update: > 0 } ? $", from update {state.Update}" : "")}"));
        watch.Working();
        if (measured.Count == 0)
            Look?.Invoke(definition);
        CellRunner runner = RunnerOf(session, seeds, progress, watch);
        if (state is not null)
            runner.Restore(state);
        if (!runner.Train(cancellation))
            return false;
        measured.AddRange(runner.MeasureSeeds());
        return true;
    }

    private CellRunner RunnerOf(TrainingSession session, IReadOnlyList<int> seeds, CellProgress progress, CellWatch watch) =>
        new(store, cell, session, SeedGroups.Part(_checkpoint, seeds), FingerprintOf(seeds), progress, watch) { MeetsAt = Updates, Profiler = request.Profiler };

    private string FingerprintOf(IReadOnlyList<int> seeds) => CellFingerprint.Of(CellSettingsJson.Of(cell.Manifest, seeds));

    /// <summary>What the group was left at, or what the cell's checkpoint has of its seeds; null to begin at the beginning.</summary>
    private TrainingState? StateOf(IReadOnlyList<int> seeds, ISchedule? schedule)
    {
        string part = SeedGroups.Part(_checkpoint, seeds);
        if (File.Exists(part) && (ReadPart(part, FingerprintOf(seeds)) ?? ReadShorter(part, seeds, schedule)) is { } begun)
            return begun;
        if (!File.Exists(_checkpoint) || !CheckpointFile.SeedsOf(_checkpoint).Contains(seeds[0]))
            return null;
        return CheckpointFile.Read(_checkpoint, [CellFingerprint.Of(Stored), CellFingerprint.Of(_settings)], seeds);
    }

    /// <summary>Null if it is damaged, or was begun with other settings.</summary>
    private static TrainingState? ReadPart(string part, string fingerprint)
    {
        try
        {
            return CheckpointFile.Read(part, fingerprint);
        }
        catch (Engine.FlowLabEngineException)
        {
            return null;
        }
    }

    /// <summary>A group of the plan that the database has, which asked for fewer updates: null if its updates are not those that this plan would have made.</summary>
    private TrainingState? ReadShorter(string part, IReadOnlyList<int> seeds, ISchedule? schedule)
    {
        if (SettingsParts.Of(Stored) is not { } old || cell.Manifest.Training.OnFault == FaultAction.Rollback)
            return null;
        TrainingState? begun = ReadPart(part, CellFingerprint.Of(CellSettingsJson.WithSeeds(Stored, seeds)));
        return begun is not null && begun.Update <= Updates && RunExtension.FirstOtherRate(schedule, begun.Update, old.Updates, Updates) is null ? begun : null;
    }

    /// <summary>A longer run has no record at the end of a shorter one, unless it would have one there anyway.</summary>
    private void DiscardShortRecord()
    {
        if (SettingsParts.Of(Stored) is { } old && old.Updates < Updates && old.Updates % cell.Manifest.Training.MetricsEvery != 0)
            store.DiscardAt(cell.Index, old.Updates, ["free_energy", "negative_log_likelihood", CellRunner.WorstLoss]);
    }

    /// <summary>Metric by metric, each with its seeds in the plan's order, as they are measured together.</summary>
    private IReadOnlyList<SeedMetric> InOrder(List<SeedMetric> measured)
    {
        int[] seeds = [.. request.Plan.Seeds];
        return [.. measured.GroupBy(metric => metric.Metric.Name).SelectMany(group => group.OrderBy(metric => Array.IndexOf(seeds, metric.Seed)))];
    }

    private void Save(AuditedFigures figures, CellProgress progress, CellWatch watch)
    {
        int shown = CellRunner.MedianSeed(figures, request.Plan.Seeds);
        watch.Building();
        using TrainingSession session = new(request.Factory.Create(cell.Manifest, [shown]), request.Device.Accelerator);
        watch.Working();
        session.Restore(CheckpointFile.Read(_checkpoint, [CellFingerprint.Of(_settings)], [shown]));
        RunnerOf(session, [shown], progress, watch).Save(figures, shown);
    }
}
