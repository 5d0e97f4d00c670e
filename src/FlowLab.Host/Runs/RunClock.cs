using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>
/// Estimates how long the rest of a run takes. The time per unit of training and of measuring is that of the cells with the same kinds of flows that have been
/// seen, else of any cell; until a cell has been measured, measuring is not counted, and the estimate says so.
/// </summary>
internal sealed class RunClock(IReadOnlyList<CellPlan> cells)
{
    private readonly Dictionary<string, double> _training = [];
    private readonly Dictionary<string, double> _measuring = [];
    private readonly HashSet<int> _done = [];

    /// <summary>What the estimate is of: "2 cells left to train and measure", or without measuring while its cost is unknown.</summary>
    public string Counted(CellPlan running)
    {
        int left = cells.Count(cell => cell.Index == running.Index || !_done.Contains(cell.Index));
        return FormattableString.Invariant($"{left} {(left == 1 ? "cell" : "cells")}, {(_measuring.Count == 0 ? "without measuring" : "with measuring")}");
    }

    /// <summary>Cells that a resumed run need not train again, and those that failed.</summary>
    public void Skip(CellPlan cell) => _done.Add(cell.Index);

    /// <summary>Learns from a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="secondsPerUpdate">What an update took; NaN if none was made.</param>
    /// <param name="measuring">What its measurement took.</param>
    public void Finished(CellPlan cell, double secondsPerUpdate, TimeSpan measuring)
    {
        _done.Add(cell.Index);
        if (double.IsFinite(secondsPerUpdate))
            _training[KindOf(cell)] = secondsPerUpdate / CellWork.OfUpdate(cell.Manifest);
        _measuring[KindOf(cell)] = measuring.TotalSeconds / CellWork.OfMeasurement(cell.Manifest);
    }

    /// <summary>Time left for the run, given what the running cell has left to train and takes for an update.</summary>
    public TimeSpan TimeLeft(CellPlan running, TimeSpan runningLeft, double secondsPerUpdate)
    {
        if (double.IsNaN(secondsPerUpdate))
            return TimeSpan.MaxValue;
        double current = secondsPerUpdate / CellWork.OfUpdate(running.Manifest);
        double seconds = runningLeft.TotalSeconds + Measuring(running);
        foreach (CellPlan cell in cells.Where(cell => cell.Index != running.Index && !_done.Contains(cell.Index)))
        {
            double perUnit = KindOf(cell) == KindOf(running) ? current : _training.GetValueOrDefault(KindOf(cell), current);
            seconds += perUnit * CellWork.OfUpdate(cell.Manifest) * cell.Manifest.Training.Updates + Measuring(cell);
        }
        return double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.MaxValue.TotalSeconds / 2)) : TimeSpan.Zero;
    }

    private double Measuring(CellPlan cell) =>
        _measuring.Count == 0 ? 0 : _measuring.GetValueOrDefault(KindOf(cell), _measuring.Values.Average()) * CellWork.OfMeasurement(cell.Manifest);

    private static string KindOf(CellPlan cell) => string.Join('+', cell.Manifest.Flow.Select(flow => flow.Component.Name));
}
