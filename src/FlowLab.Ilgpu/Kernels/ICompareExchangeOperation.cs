namespace ILGPU.AtomicOperations;

/// <summary>The compare-exchange that an atomic operation of its own is made of.</summary>
public interface ICompareExchangeOperation<T>
    where T : unmanaged
{
    /// <summary>Stores the value if the target holds the expected one, in one step; gives what it held.</summary>
    T CompareExchange(ref T target, T compare, T value);

    bool IsSame(T left, T right);
}
