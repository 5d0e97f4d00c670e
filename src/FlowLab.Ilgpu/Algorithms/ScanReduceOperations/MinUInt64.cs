namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The smallest <see cref="ulong"/>.</summary>
public readonly struct MinUInt64 : IScanReduceOperation<ulong>
{
    public string CLCommand => "min";

    public ulong Identity => ulong.MaxValue;

    public ulong Apply(ulong first, ulong second) => Math.Min(first, second);

    public void AtomicApply(ref ulong target, ulong value) => Atomic.Min(ref target, value);
}
