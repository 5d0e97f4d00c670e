namespace FlowLab.Engine.Evaluation;

/// <summary>Mean and variance of a stream of numbers by Welford's recurrence (Technometrics 1962).</summary>
internal sealed class RunningMean
{
    private long _count;
    private double _squares;

    public double Mean { get; private set; }

    public double StandardError => _count < 2 ? double.NaN : Math.Sqrt(_squares / (_count - 1) / _count);

    public void Add(double value)
    {
        double before = value - Mean;
        Mean += before / ++_count;
        _squares += before * (value - Mean);
    }
}
