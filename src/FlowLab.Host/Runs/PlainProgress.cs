namespace FlowLab.Host.Runs;

/// <summary>Progress as plain lines: one when a cell starts and ends, and one every few seconds between.</summary>
public sealed class PlainProgress : IRunProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private readonly string _quantity;
    private readonly string _claim;
    private ProgressCell _cell;
    private long _lastLine;

    /// <param name="output">Where the lines go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="quantity">What the objective is called: "free energy".</param>
    /// <param name="claim">What it claims to be once annealing is over: "bound on -ln Z"; empty for nothing.</param>
    public PlainProgress(TextWriter output, TimeProvider time, string quantity, string claim)
    {
        _output = output;
        _time = time;
        _quantity = quantity;
        _claim = claim;
    }

    public void CellStarted(int index, int count, string id, int updates, int seeds)
    {
        _cell = new ProgressCell(index, count, id, updates, seeds);
        WriteLine(FormattableString.Invariant($"{_cell}: {ProgressText.Count(updates)} updates, {seeds} {(seeds == 1 ? "seed" : "seeds")}"));
    }

    public void Stepped(
        long update, double stepsPerSecond, double freeEnergyMean, int seedsAlive, TimeSpan cellLeft, TimeSpan runLeft, double beta = 1, string counted = "",
        double worst = double.NaN)
    {
        if (_time.GetElapsedTime(_lastLine) < Interval)
            return;
        WriteLine(FormattableString.Invariant(
            $"{_cell}: update {ProgressText.Count(update)}/{ProgressText.Count(_cell.Updates)}, {ProgressText.Rate(stepsPerSecond)} steps/s, {ProgressText.Quantity(_quantity, _claim, freeEnergyMean, beta)}, worst sample {ProgressText.Energy(worst)}, seeds alive {seedsAlive}/{_cell.Seeds}, left {ProgressText.Time(cellLeft)}, run {ProgressText.Run(runLeft, counted)}"));
    }

    public void CellFinished(string id, TimeSpan elapsed, string headline) =>
        WriteLine($"{_cell with { Id = id }}: finished in {ProgressText.Time(elapsed)}; {headline}");

    public void Note(string message) => WriteLine(message);

    public void Dispose() => _output.Flush();

    private void WriteLine(string line)
    {
        _output.WriteLine(line);
        _output.Flush();
        _lastLine = _time.GetTimestamp();
    }
}
