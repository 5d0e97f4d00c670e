namespace FlowLab.Networks;

/// <summary>
/// Receives the kernel side of a network with its exact type, so that a flow can load its kernels closed over it:
/// <c>accelerator.LoadAutoGroupedStreamKernel(Kernels.Forward&lt;TNetwork&gt;)</c>. The call in the kernel is then direct.
/// </summary>
public interface IConditionerVisitor<out TResult>
{
    TResult Visit<TNetwork>(TNetwork network) where TNetwork : unmanaged, IConditionerKernel;
}
