namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The largest <see cref="float"/>. NaN wins.</summary>
public readonly struct MaxFloat : IScanReduceOperation<float>
{
    public string CLCommand => "max";

    public float Identity => float.NegativeInfinity;

    public float Apply(float first, float second) => MathF.Max(first, second);

    public void AtomicApply(ref float target, float value) => Atomic.Max(ref target, value);
}
