namespace FlowLab.Ui.Components;

/// <summary>Calls a page back every so often, one call at a time, until it is left.</summary>
internal sealed class Refresher : IDisposable
{
    private readonly PeriodicTimer _timer;
    private readonly CancellationTokenSource _left = new();

    /// <param name="period">Between two looks.</param>
    public Refresher(TimeSpan period) => _timer = new PeriodicTimer(period);

    /// <summary>Begins.</summary>
    /// <param name="look">What to do each time.</param>
    public async Task Run(Func<Task> look)
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(_left.Token))
                await look();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _timer.Dispose();
        _left.Dispose();
    }
}
