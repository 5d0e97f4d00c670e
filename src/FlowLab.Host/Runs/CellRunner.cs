using FlowLab.Engine.Auditing;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Profiles;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>
/// Trains one cell, from its start or from its checkpoint. At every checkpoint the database gets its rows first and the checkpoint file
/// second; what the database knows beyond the file is taken out again when the cell is resumed.
/// </summary>
internal sealed class CellRunner
{
    /// <summary>The name of the greatest loss of a single sample in training curves.</summary>
    public const string WorstLoss = "worst_loss";

    private readonly RunStore _store;
    private readonly CellPlan _cell;
    private readonly TrainingSession _session;
    private readonly string _checkpoint;
    private readonly string _fingerprint;
    private readonly CellProgress _progress;
    private readonly List<CurvePoint> _curve = [];
    private readonly List<RunEvent> _events = [];
    private readonly CellWatch _watch;

    public CellRunner(RunStore store, CellPlan cell, TrainingSession session, string checkpoint, string fingerprint, CellProgress progress, CellWatch watch)
    {
        _watch = watch;
        _store = store;
        _cell = cell;
        _session = session;
        _checkpoint = checkpoint;
        _fingerprint = fingerprint;
        _progress = progress;
    }

    /// <summary>Looks at updates; null if nobody wants to know.</summary>
    public StepProfiler? Profiler { get; init; }

    private TrainingSettings Training => _cell.Manifest.Training;

    private bool RollsBack => Training.OnFault == FaultAction.Rollback;

    private bool IsDone => MeetsAt is { } meeting ? _session.Update >= meeting : _session.IsFinished || (_session.AllStopped && !RollsBack);

    /// <summary>
    /// What seeds go back to: a copy of the last checkpoint at a multiple of <see cref="TrainingSettings.CheckpointEvery"/>. Not the checkpoint itself, which an
    /// interrupted run writes at any update: a resumed run must go back to what one that never stopped goes back to.
    /// </summary>
    private string GoodCheckpoint => _checkpoint + ".good";

    /// <summary>
    /// The update up to which seeds are trained that were added to a cell, to meet the others there; null trains to the cell's end. Until then the database keeps how
    /// far the others have come.
    /// </summary>
    public long? MeetsAt { get; init; }

    /// <summary>Goes on from a state of the cell, beyond which nothing is known.</summary>
    public void Restore(TrainingState state)
    {
        _session.Restore(state);
        _session.ReadStopped();
        if (_session.Update % Training.CheckpointEvery == 0 && File.Exists(_checkpoint))
            KeepGood();
    }

    /// <summary>Begins at a start of the cell's own. The checkpoint is written at once, so that whoever goes on with the run goes on from there.</summary>
    public void Begin(CellStart start)
    {
        _session.Restore(start.Of(_session));
        _events.Add(new RunEvent(DateTimeOffset.UtcNow, _cell.Index, null, 0, RunEventKind.Note, start.Note));
        Checkpoint();
    }

    /// <summary>Trains to the end, or until it is cancelled; either way everything done is on the disk on return.</summary>
    /// <returns>Whether the cell is done: all updates made, or no seed left.</returns>
    public bool Train(CancellationToken cancellation)
    {
        _progress.Start(_session);
        if (RollsBack && _session.Update == 0)
            CheckpointOnSchedule();
        while (!IsDone && !cancellation.IsCancellationRequested)
        {
            Step();
            _watch.Updated();
            if (_session.Update % Training.MetricsEvery == 0 || _session.IsFinished)
                Record();
            if (Training.DiagnoseEvery > 0 && _session.Update % Training.DiagnoseEvery == 0)
                Diagnose();
            if (_session.Update % Training.CheckpointEvery == 0 && !_session.IsFinished)
                CheckpointOnSchedule();
            _progress.Step(_session.Update);
        }
        _watch.Working();
        NoteStopped();
        Checkpoint();
        return IsDone;
    }

    /// <summary>Measures the trained cell and stores its figures and pictures.</summary>
    /// <returns>The metrics with what the audit found in them.</returns>
    public AuditedFigures Measure()
    {
        _session.WatchMemory();
        ICellEvaluator evaluator = CellEvaluators.Of(_session, _cell.Manifest.Evaluation);
        AuditedFigures figures = AuditedFigures.Of(evaluator.Measure());
        Save(figures, evaluator, MedianSeed(figures, _session.Definition.Seeds));
        return figures;
    }

    /// <summary>Measures the seeds of the session, which are not all of the cell's.</summary>
    public IReadOnlyList<SeedMetric> MeasureSeeds()
    {
        _session.WatchMemory();
        IReadOnlyList<SeedMetric> measured = CellEvaluators.Of(_session, _cell.Manifest.Evaluation).Measure();
        _session.CheckMemory();
        _watch.Working();
        return measured;
    }

    /// <summary>Stores the figures of all seeds of the cell, with pictures of one that this session has.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="shown">The seed.</param>
    public void Save(AuditedFigures figures, int shown)
    {
        _session.WatchMemory();
        Save(figures, CellEvaluators.Of(_session, _cell.Manifest.Evaluation), shown);
    }

    private void Save(AuditedFigures figures, ICellEvaluator evaluator, int shown)
    {
        RunDensity[] densities = [.. Draw(evaluator, shown)];
        RunImages[] images = [.. evaluator.DrawImages(shown).Select(sheet => new RunImages(shown, sheet))];
        RunLatents[] latents = evaluator.DrawLatents(shown) is { } points ? [new RunLatents(shown, points)] : [];
        _session.CheckMemory();
        _watch.Working();
        _store.SaveResults(_cell.Index, _session.Update, figures.Metrics, densities, images, latents, figures.Findings);
    }

    private void Step()
    {
        if (Profiler is null)
            _session.Step();
        else
            Profiler.Step(_session);
    }

    private void Record()
    {
        float[] losses = _session.ReadLosses(), worst = _session.ReadWorst();
        Add(_session.LossName, losses);
        Add(WorstLoss, worst);
        NoteStopped();
        RollBack();
        _progress.Record(losses, worst, Beta());
    }

    private void Add(string metric, float[] values)
    {
        for (int i = 0; i < values.Length; i++)
            _curve.Add(new CurvePoint(_session.Definition.Seeds[i], _session.Update, metric, values[i]));
    }

    private void Diagnose()
    {
        NoteStopped();
        int[] status = _session.ReadStatus();
        for (int i = 0; i < status.Length; i++)
        {
            if (status[i] != 0)
                continue;
            foreach (DiagnosedFigure figure in _session.Diagnose(i))
                _curve.Add(new CurvePoint(_session.Definition.Seeds[i], _session.Update, figure.Name, figure.Value));
        }
    }

    private double Beta() =>
        _cell.Manifest.Objective.Type == ObjectiveKind.FreeEnergy ? _cell.Manifest.Objective.Annealing.Beta(_session.Update - 1) : 1;

    private void NoteStopped()
    {
        foreach (StoppedSeed stopped in _session.ReadStopped())
        {
            if (RollsBack)
                continue;
            _events.Add(new RunEvent(DateTimeOffset.UtcNow, _cell.Index, stopped.Seed, stopped.Update, RunEventKind.SeedStopped, stopped.ToString()));
            _progress.Note($"{_cell.Id}: {stopped}");
        }
    }

    /// <summary>At records and scheduled checkpoints only, so that it does not matter when a run is interrupted.</summary>
    private void RollBack()
    {
        if (!RollsBack || _session.Stopped.Count == 0)
            return;
        TrainingState good = CheckpointFile.Read(GoodCheckpoint, _fingerprint);
        foreach (StoppedSeed stopped in _session.Stopped.OrderBy(stopped => stopped.Seed).ToArray())
        {
            _session.Revive(stopped, good);
            string message = $"FLE038: seed {stopped.Seed} met a fault at update {stopped.Update}: {stopped.Place}. It goes on with what it was at update {good.Update}.";
            _events.Add(new RunEvent(DateTimeOffset.UtcNow, _cell.Index, stopped.Seed, _session.Update, RunEventKind.SeedRolledBack, message));
            _progress.Note($"{_cell.Id}: {message}");
        }
    }

    private void CheckpointOnSchedule()
    {
        NoteStopped();
        RollBack();
        Checkpoint();
        KeepGood();
    }

    private void KeepGood()
    {
        if (!RollsBack)
            return;
        File.Copy(_checkpoint, GoodCheckpoint + ".tmp", overwrite: true);
        File.Move(GoodCheckpoint + ".tmp", GoodCheckpoint, overwrite: true);
    }

    /// <summary>Never with numbers of a session whose memory was written to by accident, so that the checkpoint before it stays.</summary>
    private void Checkpoint()
    {
        _session.CheckMemory();
        _watch.Working();
        if (MeetsAt is null)
            _store.AppendCheckpoint(_cell.Index, _session.Update, _curve, _events);
        else
            _store.AppendRows(_cell.Index, _curve, _events);
        WriteCheckpoint();
        _curve.Clear();
        _events.Clear();
    }

    /// <summary>Writes the checkpoint file alone.</summary>
    public void WriteCheckpoint()
    {
        try
        {
            CheckpointFile.Write(_checkpoint, _fingerprint, _session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(_checkpoint, error);
        }
    }

    private static IEnumerable<RunDensity> Draw(ICellEvaluator evaluator, int seed)
    {
        (DensityImage? target, DensityImage? model) = evaluator.DrawDensities(seed);
        if (target is not null)
            yield return new RunDensity(RunDensity.Target, null, target);
        if (model is not null)
            yield return new RunDensity(RunDensity.Model, seed, model);
    }

    /// <summary>
    /// The seed that pictures show: the one in the middle, not the best one, of KL(q || p) where it was measured, else of the held-out likelihood. A seed whose figures contradict each other
    /// is drawn only where there is no other.
    /// </summary>
    /// <param name="figures">The figures of all seeds.</param>
    /// <param name="seeds">All seeds.</param>
    public static int MedianSeed(AuditedFigures figures, IReadOnlyList<int> seeds)
    {
        HashSet<int> failed = [.. figures.Findings.Where(finding => finding.Severity == AuditSeverity.Failure).Select(finding => finding.Seed)];
        SeedMetric[] ranked =
        [
            .. figures.Metrics.Where(metric => metric.Metric.Name is "kl" or "kl_bound" or "test_nll" && double.IsFinite(metric.Value) && !failed.Contains(metric.Seed)).OrderBy(metric => metric.Value),
        ];
        return ranked.Length > 0 ? ranked[(ranked.Length - 1) / 2].Seed : seeds.FirstOrDefault(seed => !failed.Contains(seed), seeds[0]);
    }
}
