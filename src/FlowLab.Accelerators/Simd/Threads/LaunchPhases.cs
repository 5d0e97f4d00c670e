namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Which way the launches of an accelerator go. A hand-over to another thread takes from half a microsecond to ten, and a line of a cache that two processors write in
/// turn as long again, as the processors share a cache or do not; on a rented machine that changes from hour to hour. So all ways are tried now and then, and the fastest is
/// taken. All kernels go one way at a time: a single launch that goes another way finds sleeping threads, and its data in another processor's cache, and so looks slower
/// than it would be. Results do not depend on it.
/// </summary>
internal sealed class LaunchPhases
{
    /// <summary>Launches of a trial before those that are measured: threads wake up, and data moves to where it will be used.</summary>
    internal const int Unmeasured = 64;

    /// <summary>Launches of a trial: of one way.</summary>
    internal const int Trial = Unmeasured + 192;

    /// <summary>Launches of the trials of all ways.</summary>
    internal const int Trials = 3 * Trial;

    /// <summary>Launches from the trials to the next ones, to begin with; twice as many after trials that changed nothing.</summary>
    internal const int ShortestInterval = 2048;

    /// <summary>The most launches from trials to the next ones.</summary>
    internal const int LongestInterval = 32 * ShortestInterval;

    /// <summary>What another way must gain to be taken.</summary>
    private const double Gain = 1.03;

    private readonly Lock _lock = new();
    private readonly List<LaunchSamples> _tried = new(64);
    private LaunchWay _way = LaunchWay.Shared;
    private int _launch;
    private int _interval = ShortestInterval;

    /// <summary>Who runs the next launch, and whether what it takes counts.</summary>
    /// <param name="samples">What its kernel took.</param>
    internal (bool IsAlone, LaunchWay? Measured) Next(LaunchSamples samples)
    {
        lock (_lock)
        {
            if (_launch == (int)LaunchWay.Own * Trial)
                Compare();
            if (_launch == Trials)
                Choose();
            if (!samples.WereAskedFor)
                Ask(samples);
            LaunchWay? tried = _launch < Trials ? (LaunchWay)(_launch / Trial) : null;
            var isMeasured = tried is not null && _launch % Trial >= Unmeasured;
            if (++_launch == Trials + _interval)
                _launch = 0;
            return ((tried ?? _way) switch { LaunchWay.Shared => false, LaunchWay.Alone => true, _ => samples.IsAloneFaster }, isMeasured ? tried : null);
        }
    }

    /// <summary>A launch that counts is over.</summary>
    /// <param name="samples">What its kernel took.</param>
    /// <param name="way">The way that it was measured for.</param>
    /// <param name="ticks">What it took.</param>
    /// <param name="pieces">Its pieces.</param>
    internal void Add(LaunchSamples samples, LaunchWay way, long ticks, long pieces)
    {
        lock (_lock)
        {
            if (samples.IsEmpty)
                _tried.Add(samples);
            samples.Add(way, ticks, pieces);
        }
    }

    /// <summary>A kernel that has never been tried has all tried anew, once.</summary>
    private void Ask(LaunchSamples samples)
    {
        samples.WereAskedFor = true;
        if (_launch >= Trials)
            (_launch, _interval) = (0, ShortestInterval);
    }

    /// <summary>Before kernels go ways of their own.</summary>
    private void Compare()
    {
        foreach (var kernel in _tried)
            kernel.Compare();
    }

    /// <summary>Allocates nothing, as every launch.</summary>
    private void Choose()
    {
        Span<double> ticks = stackalloc double[3];
        foreach (var kernel in _tried)
        {
            for (var way = 0; way < ticks.Length && kernel.AreEnough; way++)
                ticks[way] += kernel.TicksOf((LaunchWay)way);
        }

        foreach (var kernel in _tried)
            kernel.Clear();
        _tried.Clear();
        var fastest = LaunchWay.Shared;
        for (var way = LaunchWay.Alone; way <= LaunchWay.Own; way++)
            fastest = ticks[(int)way] < ticks[(int)fastest] ? way : fastest;
        var isBetter = ticks[(int)fastest] * Gain < ticks[(int)_way];
        _interval = isBetter ? ShortestInterval : Math.Min(2 * _interval, LongestInterval);
        if (isBetter)
            _way = fastest;
    }
}
