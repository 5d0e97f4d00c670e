using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>Learns the kernel types of the two networks, one after the other, and loads the passes closed over them.</summary>
internal sealed class NicePassesLoader<TMixing>(
    Accelerator accelerator, TMixing mixing, IConditioner even, IConditioner odd, int half, int length) : IConditionerVisitor<INicePasses>
    where TMixing : struct, IMixing
{
    public INicePasses Load() => even.Accept(this);

    public INicePasses Visit<TNetwork>(TNetwork network)
        where TNetwork : unmanaged, IConditionerKernel =>
        odd.Accept(new WithEven<TNetwork>(this, network));

    private NicePasses<TMixing, TEven, TOdd> Load<TEven, TOdd>(TEven evenKernel, TOdd oddKernel)
        where TEven : unmanaged, IConditionerKernel
        where TOdd : unmanaged, IConditionerKernel =>
        new(
            accelerator,
            new NiceLayers<TMixing, TEven, TOdd>(mixing, evenKernel, oddKernel, even.ParameterCount, odd.ParameterCount, half, length));

    private sealed class WithEven<TEven>(NicePassesLoader<TMixing> loader, TEven evenKernel) : IConditionerVisitor<INicePasses>
        where TEven : unmanaged, IConditionerKernel
    {
        public INicePasses Visit<TNetwork>(TNetwork network)
            where TNetwork : unmanaged, IConditionerKernel =>
            loader.Load(evenKernel, network);
    }
}
