using FlowLab.Engine.Auditing;
using FlowLab.Engine.Checkpoints;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Objectives;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>
/// Trains one cell, from its start or from its checkpoint. At every checkpoint the database gets its rows first and the checkpoint file
/// second; what the database knows beyond the file is taken out again when the cell is resumed.
/// </summary>
internal sealed class CellRunner
{
    private readonly RunStore _store;
    private readonly CellPlan _cell;
    private readonly TrainingSession _session;
    private readonly string _checkpoint;
    private readonly string _fingerprint;
    private readonly CellProgress _progress;
    private readonly List<CurvePoint> _curve = [];
    private readonly List<RunEvent> _events = [];

    public CellRunner(RunStore store, CellPlan cell, TrainingSession session, string checkpoint, string fingerprint, CellProgress progress)
    {
        _store = store;
        _cell = cell;
        _session = session;
        _checkpoint = checkpoint;
        _fingerprint = fingerprint;
        _progress = progress;
    }

    private TrainingSettings Training => _cell.Manifest.Training;

    private bool IsDone => _session.IsFinished || _session.AllStopped;

    /// <summary>Goes back to the cell's checkpoint, if there is one, and takes out of the database what it does not know.</summary>
    /// <param name="fingerprint">What its checkpoint was written with: that of the run before, which may have had other builds of plugins.</param>
    public void Resume(string fingerprint)
    {
        if (File.Exists(_checkpoint))
        {
            _session.Restore(CheckpointFile.Read(_checkpoint, fingerprint));
            _session.ReadStopped();
        }
        _store.DiscardAfter(_cell.Index, _session.Update);
    }

    /// <summary>Trains to the end, or until it is cancelled; either way everything done is on the disk on return.</summary>
    /// <returns>Whether the cell is done: all updates made, or no seed left.</returns>
    public bool Train(CancellationToken cancellation)
    {
        _progress.Start(_session);
        while (!IsDone && !cancellation.IsCancellationRequested)
        {
            _session.Step();
            if (_session.Update % Training.MetricsEvery == 0 || _session.IsFinished)
                Record();
            if (_session.Update % Training.CheckpointEvery == 0 && !_session.IsFinished)
                Checkpoint();
            _progress.Step(_session.Update);
        }
        NoteStopped();
        Checkpoint();
        return IsDone;
    }

    /// <summary>Measures the trained cell and stores its figures and pictures.</summary>
    /// <returns>The metrics with what the audit found in them.</returns>
    public AuditedFigures Measure()
    {
        ICellEvaluator evaluator = CellEvaluators.Of(_session, _cell.Manifest.Evaluation);
        AuditedFigures figures = AuditedFigures.Of(evaluator.Measure());
        int shown = MedianSeed(figures);
        _store.SaveResults(
            _cell.Index, _session.Update, figures.Metrics, [.. Draw(evaluator, shown)], [.. evaluator.DrawImages(shown).Select(sheet => new RunImages(shown, sheet))],
            evaluator.DrawLatents(shown) is { } latents ? [new RunLatents(shown, latents)] : [], figures.Findings);
        return figures;
    }

    private void Record()
    {
        float[] losses = _session.ReadLosses();
        for (int i = 0; i < losses.Length; i++)
            _curve.Add(new CurvePoint(_session.Definition.Seeds[i], _session.Update, _session.LossName, losses[i]));
        NoteStopped();
        _progress.Record(losses, Beta());
    }

    private double Beta() =>
        _cell.Manifest.Objective.Type == ObjectiveKind.FreeEnergy ? _cell.Manifest.Objective.Annealing.Beta(_session.Update - 1) : 1;

    private void NoteStopped()
    {
        foreach (StoppedSeed stopped in _session.ReadStopped())
        {
            _events.Add(new RunEvent(DateTimeOffset.UtcNow, _cell.Index, stopped.Seed, stopped.Update, RunEventKind.SeedStopped, stopped.ToString()));
            _progress.Note($"{_cell.Id}: {stopped}");
        }
    }

    private void Checkpoint()
    {
        _store.AppendCheckpoint(_cell.Index, _session.Update, _curve, _events);
        WriteCheckpoint();
        _curve.Clear();
        _events.Clear();
    }

    private void WriteCheckpoint()
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

    // The picture shows the seed in the middle, not the best one: of KL(q || p) where it was measured, else of the held-out likelihood. A seed whose figures
    // contradict each other is drawn only where there is no other.
    private int MedianSeed(AuditedFigures figures)
    {
        HashSet<int> failed = [.. figures.Findings.Where(finding => finding.Severity == AuditSeverity.Failure).Select(finding => finding.Seed)];
        SeedMetric[] ranked =
        [
            .. figures.Metrics.Where(metric => metric.Metric.Name is "kl" or "test_nll" && double.IsFinite(metric.Value) && !failed.Contains(metric.Seed)).OrderBy(metric => metric.Value),
        ];
        return ranked.Length > 0 ? ranked[(ranked.Length - 1) / 2].Seed : _session.Definition.Seeds.FirstOrDefault(seed => !failed.Contains(seed), _session.Definition.Seeds[0]);
    }
}
