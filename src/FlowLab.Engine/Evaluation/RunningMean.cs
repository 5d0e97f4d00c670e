namespace FlowLab.Engine.Evaluation;

/// <summary>Mean and variance of a stream of numbers by Welford's recurrence (Technometrics 1962).</summary>
internal sealed class RunningMean
{
    private double _squares;

    /// <summary>How many numbers there were.</summary>
    public long Count { get; private set; }

    public double Mean { get; private set; }

    /// <summary>NaN for fewer than two numbers.</summary>
    public double StandardError => Count < 2 ? double.NaN : Math.Sqrt(_squares / (Count - 1) / Count);

    public void Add(double value)
    {
        double before = value - Mean;
        Mean += before / ++Count;
        _squares += before * (value - Mean);
    }
}
