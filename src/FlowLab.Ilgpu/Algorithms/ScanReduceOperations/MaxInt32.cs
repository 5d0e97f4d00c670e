namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The largest <see cref="int"/>.</summary>
public readonly struct MaxInt32 : IScanReduceOperation<int>
{
    public string CLCommand => "max";

    public int Identity => int.MinValue;

    public int Apply(int first, int second) => Math.Max(first, second);

    public void AtomicApply(ref int target, int value) => Atomic.Max(ref target, value);
}
