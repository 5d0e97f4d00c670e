using ILGPU.AtomicOperations;

namespace ILGPU;

/// <summary>
/// Changes a number in a buffer or in shared memory in one step, whatever other threads do to it meanwhile, and gives what it was before.
/// The order of threads is not defined: sums of floats may differ in their last bits from run to run.
/// </summary>
public static partial class Atomic
{
    /// <summary>An atomic operation of any kind, by compare-exchange until no other thread came in between.</summary>
    public static T MakeAtomic<T, TOperation, TCompareExchangeOperation>(
        ref T target, T value, TOperation operation, TCompareExchangeOperation compareExchangeOperation)
        where T : unmanaged
        where TOperation : struct, IAtomicOperation<T>
        where TCompareExchangeOperation : struct, ICompareExchangeOperation<T>
    {
        var current = target;
        T expected;
        do
        {
            expected = current;
            current = compareExchangeOperation.CompareExchange(ref target, expected, operation.Operation(expected, value));
        }
        while (!compareExchangeOperation.IsSame(expected, current));
        return current;
    }
}
