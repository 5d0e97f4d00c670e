using FlowLab.Networks;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.RealNvp;

/// <summary>Learns the kernel type of the two networks, which is one, because they are made from the same settings, and loads the passes closed over it.</summary>
internal sealed class RealNvpPassesLoader(Accelerator accelerator, RealNvpShape shape, ArrayView<int> order, IConditioner even, IConditioner odd)
    : IConditionerVisitor<IRealNvpPasses>
{
    public IRealNvpPasses Load() => even.Accept(this);

    public IRealNvpPasses Visit<TNetwork>(TNetwork network)
        where TNetwork : unmanaged, IConditionerKernel =>
        new RealNvpPasses<TNetwork>(accelerator, new RealNvpLayers<TNetwork>(shape, order, network, odd.Accept(new OfType<TNetwork>())));

    private sealed class OfType<TEven> : IConditionerVisitor<TEven>
        where TEven : unmanaged, IConditionerKernel
    {
        public TEven Visit<TNetwork>(TNetwork network)
            where TNetwork : unmanaged, IConditionerKernel => network is TEven kernel
            ? kernel
            : throw new InvalidOperationException(
                $"The networks of even and odd layers must be of one kernel type, but are {typeof(TEven).Name} and {typeof(TNetwork).Name}.");
    }
}
