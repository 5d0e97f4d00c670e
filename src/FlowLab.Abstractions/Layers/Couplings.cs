using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>Builds the networks of couplings and learns their type.</summary>
public static class Couplings
{
    /// <summary>The networks of couplings with some numbers per moved component.</summary>
    /// <param name="options">Layers, their networks and the order of components.</param>
    /// <param name="numbers">Numbers per moved component.</param>
    /// <param name="shape">What the flow is built for.</param>
    /// <param name="networks">Builds the networks.</param>
    /// <exception cref="ComponentSettingsException">The dimension is below 2.</exception>
    public static NetworkLayers Layers(NetworkFlowOptions options, int numbers, FlowShape shape, INetworkFactory networks)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(networks);
        if (shape.Dimension < 2)
        {
            throw new ComponentSettingsException(
                $"a coupling moves one part of z by a function of the other and needs D of at least 2, but D is {shape.Dimension}; take a planar, radial or autoregressive flow here");
        }
        int half = shape.Dimension / 2, rest = shape.Dimension - half;
        IConditioner even = networks.CreateConditioner(options.Network, half, numbers * rest, options.IsConditioned);
        IConditioner odd = networks.CreateConditioner(options.Network, rest, numbers * half, options.IsConditioned);
        return new NetworkLayers(options.Length, even, odd, 2 * (1 + numbers) * rest) { IsRandom = options.IsRandom };
    }

    /// <summary>Loads passes closed over the exact type of the two networks, which is one, because they are made from the same settings.</summary>
    public static ILayerLaunches Load(Accelerator accelerator, NetworkLayers layers, ICouplingMaker maker)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers.Even.Accept(new EvenVisitor(accelerator, layers, maker));
    }

    private sealed class EvenVisitor(Accelerator accelerator, NetworkLayers layers, ICouplingMaker maker) : IConditionerVisitor<ILayerLaunches>
    {
        public ILayerLaunches Visit<TNetwork>(TNetwork network)
            where TNetwork : unmanaged, IConditionerKernel =>
            maker.Load(accelerator, layers, network, layers.Odd.Accept(new OfType<TNetwork>()));
    }

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
