using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>
/// Learns the kernel type of the two networks, which is one, because they are made from the same settings, and loads the passes closed over
/// it: kernels hold the code of the network once.
/// </summary>
internal sealed class NicePassesLoader<TMixing>(
    Accelerator accelerator, TMixing mixing, IConditioner even, IConditioner odd, int half, int length) : IConditionerVisitor<INicePasses>
    where TMixing : struct, IMixing
{
    public INicePasses Load() => even.Accept(this);

    public INicePasses Visit<TNetwork>(TNetwork network)
        where TNetwork : unmanaged, IConditionerKernel =>
        odd.Accept(new WithEven<TNetwork>(this, network));

    private NicePasses<TMixing, TNetwork> Load<TNetwork>(TNetwork evenKernel, TNetwork oddKernel)
        where TNetwork : unmanaged, IConditionerKernel =>
        new(accelerator, new NiceLayers<TMixing, TNetwork>(mixing, evenKernel, oddKernel, even.ParameterCount, odd.ParameterCount, half, length));

    private sealed class WithEven<TEven>(NicePassesLoader<TMixing> loader, TEven evenKernel) : IConditionerVisitor<INicePasses>
        where TEven : unmanaged, IConditionerKernel
    {
        public INicePasses Visit<TNetwork>(TNetwork network)
            where TNetwork : unmanaged, IConditionerKernel => network is TEven oddKernel
            ? loader.Load(evenKernel, oddKernel)
            : throw new InvalidOperationException(
                $"The networks of even and odd layers must be of one kernel type, but are {typeof(TEven).Name} and {typeof(TNetwork).Name}.");
    }
}
