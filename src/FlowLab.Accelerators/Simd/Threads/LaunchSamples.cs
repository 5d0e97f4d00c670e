namespace FlowLab.Accelerators.Simd;

/// <summary>What launches of one kernel took that <see cref="LaunchPhases"/> had tried; all of it under its lock.</summary>
internal sealed class LaunchSamples
{
    /// <summary>Launches that a way is judged by, at least and at most.</summary>
    internal const int Fewest = 3;
    internal const int Most = 64;

    private readonly List<double>[] _ticksPerPiece = [new(Most), new(Most), new(Most)];
    private long _pieces;

    /// <summary>Whether trials have begun since the kernel was first launched.</summary>
    internal bool WereAskedFor { get; set; }

    /// <summary>Whether the caller alone was faster than all threads when that was last compared.</summary>
    internal bool IsAloneFaster { get; private set; }

    /// <summary>Ticks per piece that the caller needed alone when it was last tried; 0: it never was.</summary>
    internal double TicksAlone { get; private set; }

    /// <summary>Whether no launch has been counted since what they took was forgotten.</summary>
    internal bool IsEmpty => _pieces == 0;

    /// <summary>Whether every way has been measured often enough.</summary>
    internal bool AreEnough => Has(LaunchWay.Shared) && Has(LaunchWay.Alone) && Has(LaunchWay.Own);

    internal void Add(LaunchWay way, long ticks, long pieces)
    {
        var samples = _ticksPerPiece[(int)way];
        _pieces += pieces;
        if (samples.Count < Most)
            Insert(samples, (double)ticks / pieces);
    }

    /// <summary>What a way took with the pieces of all launches. The median: of launches that something else disturbed it knows nothing.</summary>
    internal double TicksOf(LaunchWay way) => _pieces * Median(way);

    /// <summary>Compares the caller alone with all threads.</summary>
    internal void Compare()
    {
        if (Has(LaunchWay.Alone))
            TicksAlone = Median(LaunchWay.Alone);
        if (Has(LaunchWay.Shared) && Has(LaunchWay.Alone))
            IsAloneFaster = TicksAlone < Median(LaunchWay.Shared);
    }

    /// <summary>Forgets the launches, not what was found.</summary>
    internal void Clear()
    {
        foreach (var samples in _ticksPerPiece)
            samples.Clear();
        _pieces = 0;
    }

    private bool Has(LaunchWay way) => _ticksPerPiece[(int)way].Count >= Fewest;

    /// <summary>In order. A library's sort allocates when it is first called, and a launch must not.</summary>
    private static void Insert(List<double> samples, double sample)
    {
        samples.Add(sample);
        for (var i = samples.Count - 1; i > 0 && samples[i - 1] > sample; i--)
            (samples[i - 1], samples[i]) = (sample, samples[i - 1]);
    }

    private double Median(LaunchWay way)
    {
        var samples = _ticksPerPiece[(int)way];
        return samples[samples.Count / 2];
    }
}
