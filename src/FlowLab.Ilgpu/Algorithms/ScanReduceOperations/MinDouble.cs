namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The smallest <see cref="double"/>. NaN wins.</summary>
public readonly struct MinDouble : IScanReduceOperation<double>
{
    public string CLCommand => "min";

    public double Identity => double.PositiveInfinity;

    public double Apply(double first, double second) => Math.Min(first, second);

    public void AtomicApply(ref double target, double value) => Atomic.Min(ref target, value);
}
