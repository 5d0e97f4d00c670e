using FlowLab.Data;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Training;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// A run folder opened to use what it trained: cells are built from the stored manifest by the plugins at hand and take their parameters from
/// their checkpoints, after checks that plugins and settings are still those of the run. Nothing of the run is changed.
/// </summary>
public sealed class TrainedRun : IDisposable
{
    private readonly RunDevice _device;
    private readonly CellFactory _factory;
    private readonly RunResults _results;
    private readonly ReportPlan _report;
    private readonly IReadOnlyList<CellData> _data;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _environment;

    /// <param name="folder">The run folder.</param>
    /// <param name="plan">The plan of its manifest.</param>
    /// <param name="catalog">The plugins that the plan was checked against.</param>
    /// <param name="device">Where to compute; stays the caller's.</param>
    /// <param name="dataFolder">What <c>--data</c> says; null if it was not given.</param>
    public TrainedRun(RunFolder folder, ExperimentPlan plan, PluginCatalog catalog, RunDevice device, string? dataFolder)
    {
        Folder = folder;
        Plan = plan;
        _device = device;
        using (RunStore store = RunStore.OpenForReading(folder))
            (_results, _data) = (store.Read(), store.ReadData());
        _environment = _results.Environment;
        _report = ReportPlan.Of(_results, ReportLayouts.Parse(plan.ResolvedManifest));
        _factory = new CellFactory(catalog, device.Accelerator, dataFolder);
    }

    /// <summary>Whether other data, or other builds of plugins, than those of the run are accepted.</summary>
    public bool AllowsChanges { get; init; }

    /// <summary>What building a cell may take.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Usual;

    /// <summary>The run folder.</summary>
    public RunFolder Folder { get; }

    /// <summary>What was run.</summary>
    public ExperimentPlan Plan { get; }

    /// <summary>What the database knows about a cell.</summary>
    public CellResults ResultsOf(CellPlan cell) =>
        _results.Cells.FirstOrDefault(known => known.Id == cell.Id) ?? throw RunErrors.OtherCells(Folder.Database, $"it has no cell '{cell.Id}'");

    /// <summary>The cell with an id.</summary>
    public CellPlan Find(string id) => Plan.Cells.FirstOrDefault(cell => cell.Id == id) ?? throw RunErrors.NoSuchCell(Folder.Path, id, CellIds);

    /// <summary>The cell with an id; without one, the only cell.</summary>
    public CellPlan FindOnly(string? id) =>
        id is not null ? Find(id) : Plan.Cells.Count == 1 ? Plan.Cells[0] : throw RunErrors.WhichCell(Folder.Path, CellIds);

    /// <summary>The cell with an id; without one, every cell that has a checkpoint.</summary>
    public IReadOnlyList<CellPlan> Select(string? id)
    {
        if (id is not null)
            return [Find(id)];
        CellPlan[] trained = [.. Plan.Cells.Where(cell => File.Exists(Folder.Checkpoint(cell.Id)))];
        return trained.Length > 0 ? trained : throw RunErrors.NoCheckpoint(Folder.Path, Folder.Checkpoint(Plan.Cells[0].Id), Plan.Cells[0].Id);
    }

    /// <summary>The cell at its last checkpoint.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="use">What it is wanted for: what is only drawn from does without the run's data.</param>
    /// <param name="seed">The only seed that is wanted, so that memory and time are those of one; null: all. A seed gives the same bits either way.</param>
    public TrainedCell Restore(CellPlan cell, TrainedUse use, int? seed = null)
    {
        string deviceNote = RunIdentity.CheckDevice(_environment, Folder, _device.Kind, AllowsChanges);
        string stored = ResultsOf(cell).Cell.SettingsJson, settings = CellSettingsJson.Of(cell.Manifest, Plan.Seeds), checkpoint = Folder.Checkpoint(cell.Id);
        if (SettingsChange.Find(stored, settings) is { } change && !(AllowsChanges && SettingsChange.IsOfBuilds(stored, settings)))
            throw RunErrors.ChangedSince(Folder.Path, cell.Id, change);
        if (!File.Exists(checkpoint))
            throw RunErrors.NoCheckpoint(Folder.Path, checkpoint, cell.Id);
        TrainingState state = seed is { } only
            ? CheckpointFile.Read(checkpoint, [CellFingerprint.Of(stored)], [only])
            : CheckpointFile.Read(checkpoint, CellFingerprint.Of(stored));
        (TrainingSession session, string dataNote) = Build(cell, seed is { } one ? [one] : Plan.Seeds, state, use);
        try
        {
            CheckData(cell, session);
            return new TrainedCell(cell, session, state) { Note = (deviceNote.Length == 0 ? "" : $"; computed{deviceNote}: last digits differ") + dataNote };
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The seed that is asked for, known to be one of the run's.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="seed">The seed; null takes the one at the median of the run's main metric, or the first where nothing was measured.</param>
    public int SeedOf(CellPlan cell, int? seed)
    {
        int wanted = seed ?? (_report.Headline is { } headline ? ResultsOf(cell).Statistics(headline)?.MedianSeed?.Seed : null) ?? Plan.Seeds[0];
        return Plan.Seeds.Contains(wanted) ? wanted : throw RunErrors.NoSuchSeed(Folder.Path, wanted, Plan.Seeds);
    }

    /// <inheritdoc/>
    public void Dispose() => _factory.Dispose();

    private (TrainingSession Session, string Note) Build(CellPlan cell, IReadOnlyList<int> seeds, TrainingState state, TrainedUse use)
    {
        try
        {
            return (Build(cell, seeds, state, standIn: null), "");
        }
        catch (FlowLabException refusal) when (use == TrainedUse.Drawn && cell.Manifest.Target is { Standardizes: false })
        {
            if (AbsentData.Of(DataWatch.Known(_data, cell), refusal) is { } absent)
                return (Build(cell, seeds, state, absent), $"; its data are not here ({refusal.Number}), and not needed");
            throw;
        }
    }

    private TrainingSession Build(CellPlan cell, IReadOnlyList<int> seeds, TrainingState state, IDataset? standIn) => PlanProbe.Build(
        _device, cell, Limits, () => new TrainingSession(_factory.Create(cell.Manifest, seeds, standIn), _device.Accelerator, state));

    private void CheckData(CellPlan cell, TrainingSession session)
    {
        if (!AllowsChanges && DataWatch.ChangeOf(_data, cell, session.Definition) is { } change)
            throw RunErrors.OtherData(Folder.Path, cell.Id, change);
    }

    private IReadOnlyList<string> CellIds => [.. Plan.Cells.Select(cell => cell.Id)];
}
