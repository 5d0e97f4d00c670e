namespace ILGPU;

/// <summary>How much dynamic shared memory a launch asks for, per group.</summary>
public readonly struct SharedMemoryConfig
{
    /// <summary>None.</summary>
    public static readonly SharedMemoryConfig Empty;

    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public SharedMemoryConfig(int numElements, int elementSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numElements);
        ArgumentOutOfRangeException.ThrowIfNegative(elementSize);
        (NumElements, ElementSize) = (numElements, elementSize);
    }

    public int NumElements { get; }

    /// <summary>Bytes per element.</summary>
    public int ElementSize { get; }

    /// <summary>Bytes of all elements.</summary>
    /// <exception cref="OverflowException">More than 2^31 - 1.</exception>
    public int ArraySize => checked(NumElements * ElementSize);

    public bool UsesDynamicSharedMemory => NumElements > 0 && ElementSize > 0;

    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static SharedMemoryConfig RequestDynamic<T>(int numElements)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numElements, 1);
        return new(numElements, Interop.SizeOf<T>());
    }
}
