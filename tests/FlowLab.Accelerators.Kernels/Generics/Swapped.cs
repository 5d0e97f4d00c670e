namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation made of another.</summary>
internal struct Swapped<T, TOperation> : IOperation<T>
    where T : unmanaged
    where TOperation : struct, IOperation<T>
{
    public readonly T Of(T x, T y) => default(TOperation).Of(y, x);
}
