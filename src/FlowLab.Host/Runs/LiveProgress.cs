using Spectre.Console;
using Spectre.Console.Rendering;

namespace FlowLab.Host.Runs;

/// <summary>Progress on a terminal: a block that renews itself, with finished cells as lines above it.</summary>
public sealed class LiveProgress : IRunProgress
{
    private const int BarWidth = 32;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly string _quantity;
    private readonly string _claim;
    private readonly TaskCompletionSource _ended = new();
    private readonly Task _display;
    private LiveDisplayContext? _context;
    private ProgressCell _cell;
    private long _lastRefresh;

    /// <param name="console">The terminal.</param>
    /// <param name="time">The clock.</param>
    /// <param name="quantity">What the objective is called: "free energy".</param>
    /// <param name="claim">What it claims to be once annealing is over: "bound on -ln Z"; empty for nothing.</param>
    public LiveProgress(IAnsiConsole console, TimeProvider time, string quantity, string claim)
    {
        _console = console;
        _time = time;
        _quantity = quantity;
        _claim = claim;
        _display = console.Live(Text.Empty).AutoClear(true).StartAsync(Show);
    }

    public void CellStarted(int index, int count, string id, int updates, int seeds)
    {
        _cell = new ProgressCell(index, count, id, updates, seeds);
        Refresh(Block(0, "starting", [("seeds", FormattableString.Invariant($"{seeds}"))]));
    }

    public void Stepped(
        long update, double stepsPerSecond, double freeEnergyMean, int seedsAlive, TimeSpan cellLeft, TimeSpan runLeft, double beta = 1, string counted = "",
        double worst = double.NaN)
    {
        if (_time.GetElapsedTime(_lastRefresh) < Interval)
            return;
        Refresh(Block(update, $"{ProgressText.Rate(stepsPerSecond)} steps/s",
        [
            (_quantity, ProgressText.Quantity("", _claim, freeEnergyMean, beta).TrimStart()),
            ("worst sample", ProgressText.Energy(worst)),
            ("seeds alive", FormattableString.Invariant($"{seedsAlive}/{_cell.Seeds}")),
            ("time left", $"{ProgressText.Time(cellLeft)} for the cell, {ProgressText.Run(runLeft, counted)} for the run"),
        ]));
    }

    public void CellFinished(string id, TimeSpan elapsed, string headline)
    {
        _console.MarkupLineInterpolated($"[green]\u2713[/] {(_cell with { Id = id }).ToString()}  {headline}  [grey]{ProgressText.Time(elapsed)}[/]");
        Refresh(Text.Empty);
    }

    public void Note(string message) => _console.MarkupLineInterpolated($"{message}");

    public void Dispose()
    {
        _ended.TrySetResult();
        _display.GetAwaiter().GetResult();
    }

    private async Task Show(LiveDisplayContext context)
    {
        _context = context;
        await _ended.Task.ConfigureAwait(false);
    }

    private Rows Block(long update, string rate, (string Name, string Value)[] lines)
    {
        // Only strings are escaped in interpolated markup.
        double fraction = _cell.Updates == 0 ? 1 : Math.Clamp((double)update / _cell.Updates, 0, 1);
        int full = (int)(fraction * BarWidth);
        var bar = Markup.FromInterpolated(
            $"[bold]{_cell.ToString()}[/]\n[blue]{new string('\u2501', full)}[/][grey]{new string('\u2501', BarWidth - full)}[/] {ProgressText.Count(update)}/{ProgressText.Count(_cell.Updates)}  {rate}");
        return new Rows([bar, .. lines.Select(line => (IRenderable)Markup.FromInterpolated($"[grey]{line.Name,-12}[/] {line.Value}"))]);
    }

    private void Refresh(IRenderable block)
    {
        _context?.UpdateTarget(block);
        _lastRefresh = _time.GetTimestamp();
    }
}
