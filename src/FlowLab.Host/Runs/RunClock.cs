using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>
/// Estimates how long the rest of a run takes. A cell's work is updates x batch x layers; the time per unit of work is that of the cells
/// with the same kinds of flows that have been seen, or of any cell.
/// </summary>
internal sealed class RunClock(IReadOnlyList<CellPlan> cells)
{
    private readonly Dictionary<string, double> _secondsPerUnit = [];
    private readonly HashSet<int> _done = [];

    /// <summary>Cells that a resumed run need not train again.</summary>
    public void Skip(CellPlan cell) => _done.Add(cell.Index);

    public void Finished(CellPlan cell, TimeSpan elapsed)
    {
        _done.Add(cell.Index);
        _secondsPerUnit[KindOf(cell)] = elapsed.TotalSeconds / WorkOf(cell);
    }

    /// <summary>Time left for the run, given what the running cell has left and will take in all.</summary>
    public TimeSpan TimeLeft(CellPlan running, TimeSpan runningLeft, TimeSpan runningInAll)
    {
        double current = runningInAll.TotalSeconds / WorkOf(running);
        double seconds = runningLeft.TotalSeconds;
        foreach (CellPlan cell in cells)
        {
            if (cell.Index == running.Index || _done.Contains(cell.Index))
                continue;
            double perUnit = KindOf(cell) == KindOf(running) ? current : _secondsPerUnit.GetValueOrDefault(KindOf(cell), current);
            seconds += perUnit * WorkOf(cell);
        }
        return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
    }

    private static string KindOf(CellPlan cell) => string.Join('+', cell.Manifest.Flow.Select(flow => flow.Component.Name));

    private static double WorkOf(CellPlan cell) =>
        (double)Math.Max(1, cell.Manifest.Training.Updates) * cell.Manifest.Training.Batch * (2 + cell.Manifest.Flow.Sum(Layers));

    private static int Layers(ComponentSelection flow) => flow.Settings?.GetType().GetProperty("Length")?.GetValue(flow.Settings) as int? ?? 1;
}
