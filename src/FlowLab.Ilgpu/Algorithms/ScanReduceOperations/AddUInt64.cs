namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The sum of <see cref="ulong"/>s.</summary>
public readonly struct AddUInt64 : IScanReduceOperation<ulong>
{
    public string CLCommand => "add";

    public ulong Identity => 0;

    public ulong Apply(ulong first, ulong second) => first + second;

    public void AtomicApply(ref ulong target, ulong value) => Atomic.Add(ref target, value);
}
