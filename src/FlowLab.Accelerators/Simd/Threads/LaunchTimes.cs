using System.Diagnostics;

namespace FlowLab.Accelerators.Simd;

/// <summary>What the launches of one kernel took, and by it who runs the next one: the shortest ones the caller, the longest ones all threads, those between whoever is faster.</summary>
/// <param name="threads">Threads of a shared launch.</param>
/// <param name="phases">Which way launches go that are neither short nor long.</param>
internal sealed class LaunchTimes(int threads, LaunchPhases phases)
{
    /// <summary>Launches up to here stay with the caller whatever a hand-over takes.</summary>
    internal const int ShortMicroseconds = 5;

    /// <summary>Launches that take the caller longer than this are always shared.</summary>
    internal const int LongMicroseconds = 1000;

    private static readonly double ShortTicks = Stopwatch.Frequency * (ShortMicroseconds / 1e6);
    private static readonly double LongTicks = Stopwatch.Frequency * (LongMicroseconds / 1e6);

    private readonly LaunchSamples _samples = new();
    private double _recent = double.PositiveInfinity;

    /// <summary>How the next launch begins.</summary>
    /// <param name="total">Its pieces.</param>
    internal LaunchPlan Begin(long total)
    {
        var recent = Volatile.Read(ref _recent);
        if (recent * total <= ShortTicks)
            return new((long)(2 * ShortTicks));
        var known = _samples.TicksAlone;
        var expected = (known > 0 ? known : threads * recent) * total;
        if (!(expected <= LongTicks))
            return default;
        var (isAlone, measured) = phases.Next(_samples);
        return new(isAlone ? (long)(2 * expected) + 1 : 0, measured);
    }

    /// <summary>A launch is over.</summary>
    /// <param name="plan">How it began.</param>
    /// <param name="ticks">What it took.</param>
    /// <param name="total">Its pieces.</param>
    internal void End(LaunchPlan plan, long ticks, long total)
    {
        var taken = (double)ticks / total;
        var recent = Volatile.Read(ref _recent);
        // The estimate follows a longer launch at once and shorter ones slowly, so that mixed lengths stay parallel.
        Volatile.Write(ref _recent, double.IsPositiveInfinity(recent) ? taken : Math.Max(taken, 0.9 * recent));
        if (plan.Measured is { } way)
            phases.Add(_samples, way, ticks, total);
    }
}
