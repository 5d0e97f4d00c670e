using FlowLab.Engine.Auditing;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Runs;

/// <summary>Runs a plan cell by cell and writes everything a run folder holds.</summary>
internal sealed class ExperimentRunner
{
    private readonly RunRequest _request;
    private readonly RunStore _store;
    private readonly CellFactory _factory;
    private readonly IRunProgress _display;
    private readonly RunClock _clock;
    private bool _isFaulty;

    private ExperimentRunner(RunRequest request, RunStore store, CellFactory factory, IRunProgress display)
    {
        _request = request;
        _store = store;
        _factory = factory;
        _display = display;
        _clock = new RunClock(request.Plan.Cells);
    }

    /// <summary>Runs what is left of the plan.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(RunRequest request, IRunProgress display, CancellationToken cancellation)
    {
        using CellFactory factory = new(request.Catalog, request.Device.Accelerator, request.DataFolder);
        factory.Probe(request.Plan);
        if (!request.Resumes)
            request.Folder.WriteManifest(request.Plan.ResolvedManifest);
        using RunStore store = RunStore.OpenOrCreate(request.Folder);
        ExperimentRunner runner = new(request, store, factory, display);
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
        _store.RegisterCells(plan.Axes, [.. plan.Cells.Select(cell => new RunCell(cell.Index, cell.Id, cell.Labels, CellSettingsJson.Of(cell.Manifest, plan.Seeds)))]);
        IEnumerable<PluginOrigin> plugins = _request.Catalog.Components.Select(component => component.Plugin).Distinct();
        _store.WriteEnvironment(RunEnvironment.Describe(
            _request.Device.Accelerator.Name, _request.Device.Threads, _request.CommandLine, DateTimeOffset.UtcNow,
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
            if (cancellation.IsCancellationRequested || !RunCell(cell, cancellation))
            {
                NoteInterrupted(cell);
                return false;
            }
        }
        RunResults results = _store.Read();
        _isFaulty = results.Events.Any(entry => entry.Kind == RunEventKind.SeedStopped) || results.Cells.Any(cell => cell.Audit.Any(finding => finding.Severity == AuditSeverity.Failure));
        return true;
    }

    private bool RunCell(CellPlan cell, CancellationToken cancellation)
    {
        using TrainingSession session = new(_factory.Create(cell.Manifest, _request.Plan.Seeds), _request.Device.Accelerator);
        CellProgress progress = new(_display, _clock, cell, _request.Plan.Cells.Count);
        string fingerprint = CellFingerprint.Of(CellSettingsJson.Of(cell.Manifest, _request.Plan.Seeds));
        CellRunner runner = new(_store, cell, session, _request.Folder.Checkpoint(cell.Id), fingerprint, progress);
        if (_request.Resumes)
            runner.Resume();
        if (!runner.Train(cancellation))
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
