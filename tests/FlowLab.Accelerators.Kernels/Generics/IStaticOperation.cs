namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation without an object.</summary>
internal interface IStaticOperation<T>
    where T : unmanaged
{
    static abstract T Of(T x, T y);
}
