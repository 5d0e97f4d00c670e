using FlowLab.Engine.Auditing;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Runs a plan cell by cell and writes everything a run folder holds. A cell runs on a thread of its own under a watch, or in a process of its own: if that is
/// asked for, or once a thread had to be left behind, whose device nothing else can use any more.
/// </summary>
internal sealed class ExperimentRunner : IDisposable
{
    private readonly RunRequest _request;
    private readonly IRunProgress _display;
    private readonly RunClock _clock;
    private RunStore? _store;
    private Dictionary<string, CellResults> _before = [];
    private HangingCell? _hanging;
    private bool _isolates;
    private bool _isFaulty;
    private bool _hasFailed;
    private bool _checksData;

    private ExperimentRunner(RunRequest request, IRunProgress display)
    {
        _request = request;
        _display = display;
        _clock = new RunClock(request.Plan.Cells);
        _hanging = request.Hanging;
        _isolates = request.Isolates && request.OnlyCell is null;
    }

    /// <summary>Open, unless a process for one cell has it.</summary>
    private RunStore Store => _store ??= RunStore.OpenOrCreate(_request.Folder);

    private DataWatch Watch => new(Store, _request.Folder, _request.AllowsChanges);

    /// <summary>Runs what is left of the plan.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(RunRequest request, IRunProgress display, CancellationToken cancellation)
    {
        request.Folder.MakeFolders();
        using ExperimentRunner runner = new(request, display);
        runner._store = request.Resumes ? RunStore.OpenToResume(request.Folder) : RunStore.OpenOrCreate(request.Folder, request.Plan.ResolvedManifest);
        if (request.OnlyCell is { } index)
            return runner.RunOnly(Cell(request, index), cancellation);
        if (request.Resumes)
            runner._hanging = PlanProbe.Run(request.Device, request.Factory, request.Plan, request.Limits, runner.Watch.Check);
        runner.Register();
        runner.NoteLeftBehind();
        bool finished = runner.RunCells(cancellation);
        runner.WriteReports();
        if (!finished)
            return ExitCodes.Interrupted;
        return runner._isFaulty ? ExitCodes.FinishedWithFaults : ExitCodes.Success;
    }

    /// <inheritdoc/>
    public void Dispose() => _store?.Dispose();

    private void Register()
    {
        ExperimentPlan plan = _request.Plan;
        RunCell[] cells = [.. plan.Cells.Select(cell => new RunCell(cell.Index, cell.Id, cell.Labels, CellSettingsJson.Of(cell.Manifest, plan.Seeds)))];
        IReadOnlyList<CellResults> known = Store.ReadProgress();
        string deviceNote = _request.Resumes ? RunIdentity.CheckDevice(Store, _request) : "";
        if (known.Count == 0)
            RegisterNew(cells);
        else
            Extend(RunExtension.Find(plan, Store.ReadAxisNames(), known, _request.Folder.Database, _request.AllowsChanges, _request.Factory.CreateSchedule), cells);
        _before = Store.ReadProgress().ToDictionary(cell => cell.Id);
        IEnumerable<PluginOrigin> plugins = _request.Catalog.Components.Select(component => component.Plugin).Distinct();
        Store.WriteEnvironment(RunEnvironment.Describe(
            _request.Device.Title, _request.Device.Threads, _request.CommandLine, DateTimeOffset.UtcNow,
            plugins.Select(plugin => new PluginIdentity(plugin.Name, plugin.Version, plugin.Sha256)), _request.Device.Kind));
        if (_request.Resumes)
            Store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, null, null, null, RunEventKind.Resumed, $"the run was resumed{deviceNote}"));
        NoteDamage();
    }

    private void RegisterNew(RunCell[] cells)
    {
        Store.RegisterCells(_request.Plan.Axes, cells);
        foreach (CellData data in _request.Data)
            Store.WriteData(data);
    }

    private void NoteDamage()
    {
        if (Store.Damage.Length == 0)
            return;
        Store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, null, null, null, RunEventKind.Warning, Store.Damage));
        _display.Note(Store.Damage);
    }

    /// <summary>First the manifest, then the database: a start that ends in between is taken up by the next one, which finds the same extension.</summary>
    private void Extend(RunExtension extension, RunCell[] cells)
    {
        _request.Folder.WriteManifest(_request.Plan.ResolvedManifest);
        Store.ExtendCells(cells, extension.Extended);
        foreach ((CellPlan cell, string change) in extension.Rebuilt)
            Store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, null, RunEventKind.Warning, $"went on with another build: {change}"));
    }

    private bool RunCells(CancellationToken cancellation)
    {
        Dictionary<int, CellResults> known = Store.ReadProgress().ToDictionary(cell => cell.Cell.Index);
        foreach (CellPlan cell in _request.Plan.Cells.Where(cell => known[cell.Index].Status == CellStatus.Finished))
            _clock.Skip(cell);
        foreach (CellPlan cell in _request.Plan.Cells.Where(cell => known[cell.Index].Status != CellStatus.Finished))
        {
            if (_hanging?.IsLike(cell) == true)
                Fail(cell, known[cell.Index].UpdatesDone, _hanging.Reason);
            else if (cancellation.IsCancellationRequested || !(_isolates ? RunIsolated(cell, cancellation) : RunOrFail(cell, cancellation)))
            {
                NoteInterrupted(cell);
                return false;
            }
            if (_hasFailed && _request.FailsFast)
                break;
        }
        RunResults results = Store.Read();
        _isFaulty = _hasFailed || results.Events.Any(entry => entry.Kind == RunEventKind.SeedStopped)
            || results.Cells.Any(cell => cell.Audit.Any(finding => finding.Severity == AuditSeverity.Failure));
        return true;
    }

    private static CellPlan Cell(RunRequest request, int index) => index >= 0 && index < request.Plan.Cells.Count
        ? request.Plan.Cells[index]
        : throw RunErrors.NoSuchCell(request.Folder.Path, FormattableString.Invariant($"{index}"), [.. request.Plan.Cells.Select(cell => cell.Id)]);

    /// <summary>What a process does that another one started for a cell: the other one has registered it, and writes the reports.</summary>
    private int RunOnly(CellPlan cell, CancellationToken cancellation)
    {
        _before = Store.ReadProgress().ToDictionary(known => known.Id);
        _checksData = !_request.AllowsChanges;
        if (!RunOrFail(cell, cancellation))
            return ExitCodes.Interrupted;
        return _hasFailed ? ExitCodes.FinishedWithFaults : ExitCodes.Success;
    }

    /// <summary>Runs a cell in a process of its own; how that ends is how the cell ends.</summary>
    private bool RunIsolated(CellPlan cell, CancellationToken cancellation)
    {
        _store?.Dispose();
        _store = null;
        int code = CellProcess.Run(CellProcess.ArgumentsFor(_request.Folder, cell.Index, _request.CellOptions), cancellation);
        CellResults known = Store.ReadProgress().First(known => known.Cell.Index == cell.Index);
        if (known.Status is not (CellStatus.Finished or CellStatus.Failed) && code != ExitCodes.Interrupted)
            Fail(cell, known.UpdatesDone, new CellGivenUpException("", CellProcess.Crashed(code)));
        _hasFailed |= known.Status == CellStatus.Failed;
        _clock.Skip(cell);
        return code != ExitCodes.Interrupted;
    }

    /// <summary>Runs a cell; what a component throws ends this cell alone. Errors of the run folder end the run.</summary>
    private bool RunOrFail(CellPlan cell, CancellationToken cancellation)
    {
        CellProgress progress = new(_display, _clock, cell, _request.Plan.Cells.Count);
        CellWatch watch = new(_request.Limits, ComponentTurns.Of(_request.Device.Accelerator));
        bool isLeftBehind = false;
        try
        {
            return CellThread.Run(watch, () => RunCell(cell, progress, watch, cancellation), out isLeftBehind);
        }
#pragma warning disable CA1031 // Whatever a plugin throws becomes a numbered error of its cell.
        catch (Exception failure) when (failure is not RunException)
#pragma warning restore CA1031
        {
            _request.Profiler?.Finish(cell.Id);
            Fail(cell, progress.Update, failure);
            return GoOnAfter(watch, isLeftBehind);
        }
    }

    /// <summary>Memory that stays taken, or a thread that cannot be stopped, leaves nothing to compute with here.</summary>
    private bool GoOnAfter(CellWatch watch, bool isLeftBehind)
    {
        if (!isLeftBehind && watch.Reason is not null)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (isLeftBehind || (watch.Reason is not null && watch.IsMemoryExceeded))
        {
            if (isLeftBehind)
                _request.Device.LeaveBehind();
            GoOnElsewhere();
        }
        return true;
    }

    /// <summary>A constructor that did not return when the components were tried out has the device.</summary>
    private void NoteLeftBehind()
    {
        if (_request.Device.IsLeftBehind)
            GoOnElsewhere();
    }

    private void GoOnElsewhere()
    {
        _isolates = true;
        if (_request.OnlyCell is null)
            _display.Note("What the cell holds cannot be taken from it, and keeps part of the machine busy until this program ends: the rest runs in processes of their own. With --isolate, such a cell is ended for good.");
    }

    private void Fail(CellPlan cell, long update, Exception failure)
    {
        _hasFailed = true;
        CellFailure reason = CellFailure.Of(_request.Catalog, cell, update, failure);
        Store.FailCell(cell.Index, new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, update, RunEventKind.CellFailed, reason.Message));
        _clock.Skip(cell);
        _display.Note(reason.Message);
    }

    private bool RunCell(CellPlan cell, CellProgress progress, CellWatch watch, CancellationToken cancellation)
    {
        _request.Device.Accelerator.Bind();
        watch.Working();
        if (SeedGroups.Of(_request, cell, watch) is { } groups)
            return RunGroups(cell, groups, progress, watch, cancellation);
        CellRestart? restart = _request.Resumes ? new CellRestart(_request, Store, _before.GetValueOrDefault(cell.Id), cell) : null;
        TrainingState? state = restart?.Find(progress, watch, cancellation);
        if (cancellation.IsCancellationRequested)
            return false;
        watch.Building();
        TrainingDefinition definition = _request.Factory.Create(cell.Manifest, _request.Plan.Seeds);
        using TrainingSession session = new(definition, _request.Device.Accelerator);
        watch.Working();
        if (_checksData)
            Watch.Check(cell, definition);
        Watch.Record(cell, definition);
        string settings = CellSettingsJson.Of(cell.Manifest, _request.Plan.Seeds);
        CellRunner runner = new(Store, cell, session, _request.Folder.Checkpoint(cell.Id), CellFingerprint.Of(settings), progress, watch) { Profiler = _request.Profiler };
        if (state is not null)
            runner.Restore(state);
        else if (_request.Start is { } start)
            runner.Begin(start);
        if (state is not null && restart!.IsBroughtOver)
            restart.BringOver(runner, session);
        if (state is null)
            Warn(cell, definition, progress);
        bool isDone = runner.Train(cancellation);
        _request.Profiler?.Finish(cell.Id);
        if (!isDone)
            return false;
        Finish(cell, runner.Measure(), progress);
        return true;
    }

    private bool RunGroups(CellPlan cell, IReadOnlyList<IReadOnlyList<int>> groups, CellProgress progress, CellWatch watch, CancellationToken cancellation)
    {
        SeedQueue queue = new(_request, Store, _before.GetValueOrDefault(cell.Id), cell, groups) { Look = definition => LookAt(cell, definition, progress) };
        AuditedFigures? figures = queue.Run(progress, watch, cancellation);
        _request.Profiler?.Finish(cell.Id);
        if (figures is null)
            return false;
        Finish(cell, figures, progress);
        return true;
    }

    private void LookAt(CellPlan cell, TrainingDefinition definition, CellProgress progress)
    {
        if (_checksData)
            Watch.Check(cell, definition);
        Watch.Record(cell, definition);
        if (_before.GetValueOrDefault(cell.Id) is null or { Status: CellStatus.Pending })
            Warn(cell, definition, progress);
    }

    private static void Finish(CellPlan cell, AuditedFigures figures, CellProgress progress)
    {
        progress.Finish(CellHeadline.Of(figures));
        foreach (IGrouping<string, AuditFinding> check in figures.Findings.Where(finding => finding.Severity == AuditSeverity.Failure).GroupBy(finding => finding.Number))
            progress.Note(CellHeadline.Describe(cell.Id, [.. check]));
    }

    private void Warn(CellPlan cell, TrainingDefinition definition, CellProgress progress)
    {
        string?[] warnings = [DataDistance.WarningOf(cell.Manifest, definition, _request.Device.Accelerator), TargetKinks.WarningOf(cell.Manifest, definition)];
        foreach (string warning in warnings.OfType<string>())
        {
            Store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, 0, RunEventKind.Warning, warning));
            progress.Note($"{cell.Id}: {warning}");
        }
    }

    private void NoteInterrupted(CellPlan cell)
    {
        string message = $"stopped in cell {cell.Id}; everything done so far is kept. Go on with: flowlab run --resume \"{_request.Folder.Path}\"";
        Store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, null, RunEventKind.Interrupted, message));
        _display.Note(message);
    }

    private void WriteReports()
    {
        RunResults results = Store.Read();
        ReportWriter.Write(_request.Folder, results, ReportLayouts.Parse(_request.Plan.ResolvedManifest));
    }
}
