using System.Diagnostics;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>Turns the steps of a cell into what the progress display shows: speed and time left.</summary>
internal sealed class CellProgress(IRunProgress display, RunClock clock, CellPlan cell, int cells)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _elapsed = new();

    // Where the speed is measured from: never the first update, for which kernels are compiled, and later what was half a window ago to a whole one.
    private (TimeSpan Time, long Update)? _from;
    private (TimeSpan Time, long Update) _next;
    private TimeSpan _trained;
    private double _secondsPerUpdate = double.NaN;
    private int _updates;
    private double _meanLoss = double.NaN;
    private double _worst = double.NaN;
    private int _alive;
    private double _beta = 1;

    /// <summary>Updates done.</summary>
    public long Update { get; private set; }

    /// <summary>Time since the cell's start.</summary>
    public TimeSpan Elapsed => _elapsed.Elapsed;

    /// <summary>Begins to count at where the session is: again, where a cell has several.</summary>
    public void Start(TrainingSession session)
    {
        Update = session.Update;
        _from = null;
        _secondsPerUpdate = double.NaN;
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
        Update = update;
        Measure(update);
        _trained = _elapsed.Elapsed;
        TimeSpan cellLeft = double.IsNaN(_secondsPerUpdate) ? TimeSpan.MaxValue : TimeSpan.FromSeconds((_updates - update) * _secondsPerUpdate);
        display.Stepped(update, 1 / _secondsPerUpdate, _meanLoss, _alive, cellLeft, clock.TimeLeft(cell, cellLeft, _secondsPerUpdate), _beta, clock.Counted(cell), _worst);
    }

    private void Measure(long update)
    {
        (TimeSpan Time, long Update) now = (_elapsed.Elapsed, update);
        if (_from is not { } from)
        {
            _from = _next = now;
            return;
        }
        if (now.Time > from.Time)
            _secondsPerUpdate = (now.Time - from.Time).TotalSeconds / (now.Update - from.Update);
        if (now.Time - _next.Time > Window / 2)
            (_from, _next) = (_next, now);
    }

    public void Note(string message) => display.Note(message);

    public void Finish(string headline)
    {
        clock.Finished(cell, _secondsPerUpdate, Elapsed - _trained);
        display.CellFinished(cell.Id, Elapsed, headline);
    }
}
