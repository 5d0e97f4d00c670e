using System.Diagnostics;
using FlowLab.Engine.Memory;

namespace FlowLab.Host.Runs;

/// <summary>
/// Watches a cell from another thread than the one that it runs on: whether calls of components return, and how much memory the process has. A thread cannot be
/// stopped from outside. A cell that is given up ends by itself at its next update; one that never gets there is left behind.
/// </summary>
/// <param name="limits">What is allowed.</param>
/// <param name="turns">Where calls of components are announced.</param>
internal sealed class CellWatch(RunLimits limits, ComponentTurns turns)
{
    private const double BytesPerGibibyte = 1024.0 * 1024 * 1024;

    private readonly Stopwatch _idle = new();
    private volatile CellGivenUpException? _reason;
    private volatile CellPhase _phase;
    private long _steps;
    private long _seen;

    /// <summary>Why the cell was given up; null as long as it was not.</summary>
    public CellGivenUpException? Reason => _reason;

    /// <summary>Whether the process has more in memory than it may.</summary>
    public bool IsMemoryExceeded => Environment.WorkingSet > limits.Memory;

    /// <summary>An update was made; from now on updates have their limit.</summary>
    /// <exception cref="CellGivenUpException">The cell was given up meanwhile.</exception>
    public void Updated()
    {
        _phase = CellPhase.Updating;
        Alive();
    }

    /// <summary>Components are built from now on, or initialized.</summary>
    /// <exception cref="CellGivenUpException">The cell was given up meanwhile.</exception>
    public void Building()
    {
        _phase = CellPhase.Building;
        Alive();
    }

    /// <summary>Something else than building or an update begins, or goes on.</summary>
    /// <exception cref="CellGivenUpException">The cell was given up meanwhile.</exception>
    public void Working()
    {
        _phase = CellPhase.Other;
        Alive();
    }

    /// <summary>Looks at the cell; to be called a few times per second by the thread that waits for it.</summary>
    public void Look()
    {
        long now = Volatile.Read(ref _steps) + turns.Count;
        if (now != _seen || !_idle.IsRunning)
            _idle.Restart();
        _seen = now;
        CellPhase phase = _phase;
        if (_idle.Elapsed > LimitOf(phase))
            _reason ??= TooLong(phase);
        else if (IsMemoryExceeded)
            _reason ??= TooMuch();
    }

    private void Alive()
    {
        Interlocked.Increment(ref _steps);
        if (_reason is { } reason)
            throw reason;
    }

    private TimeSpan LimitOf(CellPhase phase) => phase switch
    {
        CellPhase.Building => limits.Building,
        CellPhase.Updating => limits.PerCall,
        _ => limits.OutsideOfUpdates,
    };

    private CellGivenUpException TooLong(CellPhase phase)
    {
        string component = turns.Component, what = component.Length == 0 ? "a call" : turns.Turn, option = phase == CellPhase.Building ? "--build-limit" : "--time-limit";
        return new CellGivenUpException(component, FormattableString.Invariant(
            $"FLR042: {what} has not returned for {LimitOf(phase).TotalSeconds:0.#} s, the limit of {option}. Either a loop has no end, or the limit is too small for this cell"));
    }

    private CellGivenUpException TooMuch() => new(turns.Component, FormattableString.Invariant(
        $"FLR043: the process has {Environment.WorkingSet / BytesPerGibibyte:0.0} GiB in memory; --memory-limit allows {limits.Memory / BytesPerGibibyte:0.0}. Either a component allocates without end, or the cell needs fewer seeds at a time (--memory), a smaller batch or a higher limit"));
}
