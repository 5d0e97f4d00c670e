using FlowLab.Engine.Auditing;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>Runs a plan cell by cell and writes everything a run folder holds.</summary>
internal sealed class ExperimentRunner
{
    private readonly RunRequest _request;
    private readonly RunStore _store;
    private readonly DataWatch _watch;
    private readonly IRunProgress _display;
    private readonly RunClock _clock;
    private Dictionary<int, string> _before = [];
    private bool _isFaulty;
    private bool _hasFailed;

    private ExperimentRunner(RunRequest request, RunStore store, IRunProgress display)
    {
        _request = request;
        _store = store;
        _watch = new DataWatch(store, request.Folder, request.AllowsChanges);
        _display = display;
        _clock = new RunClock(request.Plan.Cells);
    }

    /// <summary>Runs what is left of the plan.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(RunRequest request, IRunProgress display, CancellationToken cancellation)
    {
        request.Folder.MakeFolders();
        using RunStore store = RunStore.OpenOrCreate(request.Folder, request.Resumes ? null : request.Plan.ResolvedManifest);
        ExperimentRunner runner = new(request, store, display);
        if (request.Resumes)
            request.Factory.Probe(request.Plan, runner._watch.Check);
        runner.Register();
        bool finished = runner.RunCells(cancellation);
        runner.WriteReports();
        if (!finished)
            return ExitCodes.Interrupted;
        return runner._isFaulty ? ExitCodes.FinishedWithFaults : ExitCodes.Success;
    }

    private void Register()
    {
        ExperimentPlan plan = _request.Plan;
        _before = _store.ReadProgress().ToDictionary(cell => cell.Cell.Index, cell => cell.Cell.SettingsJson);
        _store.RegisterCells(plan.Axes, [.. plan.Cells.Select(cell => new RunCell(cell.Index, cell.Id, cell.Labels, CellSettingsJson.Of(cell.Manifest, plan.Seeds)))], _request.AllowsChanges);
        IEnumerable<PluginOrigin> plugins = _request.Catalog.Components.Select(component => component.Plugin).Distinct();
        _store.WriteEnvironment(RunEnvironment.Describe(
            _request.Device.Title, _request.Device.Threads, _request.CommandLine, DateTimeOffset.UtcNow,
            plugins.Select(plugin => new PluginIdentity(plugin.Name, plugin.Version, plugin.Sha256))));
        if (_request.Resumes)
            _store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, null, null, null, RunEventKind.Resumed, "the run was resumed"));
    }

    private bool RunCells(CancellationToken cancellation)
    {
        Dictionary<int, CellStatus> status = _store.ReadProgress().ToDictionary(cell => cell.Cell.Index, cell => cell.Status);
        foreach (CellPlan cell in _request.Plan.Cells.Where(cell => status[cell.Index] == CellStatus.Finished))
            _clock.Skip(cell);
        foreach (CellPlan cell in _request.Plan.Cells.Where(cell => status[cell.Index] != CellStatus.Finished))
        {
            if (cancellation.IsCancellationRequested || !RunOrFail(cell, cancellation))
            {
                NoteInterrupted(cell);
                return false;
            }
            if (_hasFailed && _request.FailsFast)
                break;
        }
        RunResults results = _store.Read();
        _isFaulty = _hasFailed || results.Events.Any(entry => entry.Kind == RunEventKind.SeedStopped)
            || results.Cells.Any(cell => cell.Audit.Any(finding => finding.Severity == AuditSeverity.Failure));
        return true;
    }

    /// <summary>Runs a cell; what a component throws ends this cell alone. Errors of the run folder end the run.</summary>
    private bool RunOrFail(CellPlan cell, CancellationToken cancellation)
    {
        CellProgress progress = new(_display, _clock, cell, _request.Plan.Cells.Count);
        try
        {
            return RunCell(cell, progress, cancellation);
        }
#pragma warning disable CA1031 // Whatever a plugin throws becomes a numbered error of its cell.
        catch (Exception failure) when (failure is not RunException)
#pragma warning restore CA1031
        {
            _hasFailed = true;
            _request.Profiler?.Finish(cell.Id);
            CellFailure reason = CellFailure.Of(_request.Catalog, cell, progress.Update, failure);
            _store.FailCell(cell.Index, new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, progress.Update, RunEventKind.CellFailed, reason.Message));
            _clock.Skip(cell);
            _display.Note(reason.Message);
            return true;
        }
    }

    private bool RunCell(CellPlan cell, CellProgress progress, CancellationToken cancellation)
    {
        TrainingDefinition definition = _request.Factory.Create(cell.Manifest, _request.Plan.Seeds);
        _watch.Record(cell, definition);
        using TrainingSession session = new(definition, _request.Device.Accelerator);
        string settings = CellSettingsJson.Of(cell.Manifest, _request.Plan.Seeds);
        CellRunner runner = new(_store, cell, session, _request.Folder.Checkpoint(cell.Id), CellFingerprint.Of(settings), progress) { Profiler = _request.Profiler };
        if (_request.Resumes)
            runner.Resume(CellFingerprint.Of(_before.GetValueOrDefault(cell.Index, settings)));
        bool isDone = runner.Train(cancellation);
        _request.Profiler?.Finish(cell.Id);
        if (!isDone)
            return false;
        AuditedFigures figures = runner.Measure();
        progress.Finish(CellHeadline.Of(figures));
        foreach (IGrouping<string, AuditFinding> check in figures.Findings.Where(finding => finding.Severity == AuditSeverity.Failure).GroupBy(finding => finding.Number))
            progress.Note(CellHeadline.Describe(cell.Id, [.. check]));
        return true;
    }

    private void NoteInterrupted(CellPlan cell)
    {
        string message = $"stopped in cell {cell.Id}; everything done so far is kept. Go on with: flowlab run --resume \"{_request.Folder.Path}\"";
        _store.AppendEvent(new RunEvent(DateTimeOffset.UtcNow, cell.Index, null, null, RunEventKind.Interrupted, message));
        _display.Note(message);
    }

    private void WriteReports()
    {
        RunResults results = _store.Read();
        ReportWriter.Write(_request.Folder, results, ReportLayouts.Parse(_request.Plan.ResolvedManifest));
    }
}
