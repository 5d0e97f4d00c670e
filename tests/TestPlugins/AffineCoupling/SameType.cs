using FlowLab.Networks;

namespace AffineCoupling;

/// <summary>The kernel side of a network whose type is known.</summary>
internal sealed class SameType<TKnown> : IConditionerVisitor<TKnown>
{
    public TKnown Visit<TNetwork>(TNetwork network)
        where TNetwork : unmanaged, IConditionerKernel => (TKnown)(object)network;
}
