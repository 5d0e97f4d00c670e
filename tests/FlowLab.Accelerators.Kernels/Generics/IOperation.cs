namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation that generic kernels are closed with.</summary>
internal interface IOperation<T>
    where T : unmanaged
{
    T Of(T x, T y);
}
