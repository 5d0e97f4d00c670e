namespace FlowLab.Networks;

/// <summary>Receives the kernel side of a masked network with its exact type, see <see cref="IConditionerVisitor{TResult}"/>.</summary>
public interface IMaskedConditionerVisitor<out TResult>
{
    TResult Visit<TNetwork>(TNetwork network) where TNetwork : unmanaged, IMaskedConditionerKernel;
}
