namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The largest <see cref="ulong"/>.</summary>
public readonly struct MaxUInt64 : IScanReduceOperation<ulong>
{
    public string CLCommand => "max";

    public ulong Identity => ulong.MinValue;

    public ulong Apply(ulong first, ulong second) => Math.Max(first, second);

    public void AtomicApply(ref ulong target, ulong value) => Atomic.Max(ref target, value);
}
