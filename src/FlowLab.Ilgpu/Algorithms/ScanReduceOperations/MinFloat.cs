namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The smallest <see cref="float"/>. NaN wins.</summary>
public readonly struct MinFloat : IScanReduceOperation<float>
{
    public string CLCommand => "min";

    public float Identity => float.PositiveInfinity;

    public float Apply(float first, float second) => MathF.Min(first, second);

    public void AtomicApply(ref float target, float value) => Atomic.Min(ref target, value);
}
