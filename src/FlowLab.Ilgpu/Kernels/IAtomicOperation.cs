namespace ILGPU.AtomicOperations;

/// <summary>What an atomic operation of its own makes of the old value and the operand.</summary>
public interface IAtomicOperation<T>
    where T : unmanaged
{
    T Operation(T current, T value);
}
