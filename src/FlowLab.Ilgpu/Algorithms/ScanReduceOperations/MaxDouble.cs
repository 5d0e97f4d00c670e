namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The largest <see cref="double"/>. NaN wins.</summary>
public readonly struct MaxDouble : IScanReduceOperation<double>
{
    public string CLCommand => "max";

    public double Identity => double.NegativeInfinity;

    public double Apply(double first, double second) => Math.Max(first, second);

    public void AtomicApply(ref double target, double value) => Atomic.Max(ref target, value);
}
