namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The smallest <see cref="int"/>.</summary>
public readonly struct MinInt32 : IScanReduceOperation<int>
{
    public string CLCommand => "min";

    public int Identity => int.MaxValue;

    public int Apply(int first, int second) => Math.Min(first, second);

    public void AtomicApply(ref int target, int value) => Atomic.Min(ref target, value);
}
