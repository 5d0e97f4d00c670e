using System.Diagnostics;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>Turns the steps of a cell into what the progress display shows: speed and time left.</summary>
internal sealed class CellProgress(IRunProgress display, RunClock clock, CellPlan cell, int cells)
{
    private readonly Stopwatch _elapsed = new();
    private long _firstUpdate;
    private int _updates;
    private double _meanLoss = double.NaN;
    private double _worst = double.NaN;
    private int _alive;
    private double _beta = 1;

    /// <summary>Time since the cell's start.</summary>
    public TimeSpan Elapsed => _elapsed.Elapsed;

    public void Start(TrainingSession session)
    {
        _firstUpdate = session.Update;
        _updates = session.LossName == "none" ? 0 : session.Definition.Training.Updates;
        _alive = session.Definition.Seeds.Count;
        display.CellStarted(cell.Index, cells, cell.Id, _updates, _alive);
        _elapsed.Start();
    }

    public void Record(float[] losses, float[] worst, double beta)
    {
        float[] finite = [.. losses.Where(float.IsFinite)];
        _meanLoss = finite.Length == 0 ? double.NaN : finite.Average(loss => (double)loss);
        _worst = worst.Where(float.IsFinite).Select(loss => (double)loss).DefaultIfEmpty(double.NaN).Max();
        _alive = finite.Length;
        _beta = beta;
    }

    public void Step(long update)
    {
        double perSecond = (update - _firstUpdate) / Math.Max(1e-9, _elapsed.Elapsed.TotalSeconds);
        TimeSpan cellLeft = TimeSpan.FromSeconds((_updates - update) / Math.Max(1e-9, perSecond));
        display.Stepped(update, perSecond, _meanLoss, _alive, cellLeft, clock.TimeLeft(cell, cellLeft, _elapsed.Elapsed + cellLeft), _beta, _worst);
    }

    public void Note(string message) => display.Note(message);

    public void Finish(string headline)
    {
        clock.Finished(cell, Elapsed);
        display.CellFinished(cell.Id, Elapsed, headline);
    }
}
