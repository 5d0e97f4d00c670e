using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>A flow of <see cref="CouplingLayers{TMap, TNetwork}"/>. What is left to say is what happens to a component, and what it is called.</summary>
/// <typeparam name="TMap">What happens to a moved component.</typeparam>
public abstract class CouplingFlow<TMap> : NetworkFlow
    where TMap : struct, IComponentMap
{
    /// <param name="options">Layers, their networks and the order of components.</param>
    /// <param name="map">What happens to a moved component.</param>
    /// <param name="shape">What the flow is built for.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="networks">Builds the networks.</param>
    /// <exception cref="ComponentSettingsException">The dimension is below 2.</exception>
    protected CouplingFlow(NetworkFlowOptions options, TMap map, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
        : this(Couplings.Layers(options, map.Numbers, shape, networks), map, shape, accelerator)
    {
    }

    private CouplingFlow(NetworkLayers layers, TMap map, FlowShape shape, Accelerator accelerator)
        : base(layers, shape, accelerator, order => Couplings.Load(accelerator, layers, new CouplingMaker(map, order)))
    {
    }

    private sealed class CouplingMaker(TMap map, ComponentOrderView order) : ICouplingMaker
    {
        public ILayerLaunches Load<TNetwork>(Accelerator accelerator, NetworkLayers layers, TNetwork even, TNetwork odd)
            where TNetwork : unmanaged, IConditionerKernel =>
            new LayerLaunches<CouplingLayers<TMap, TNetwork>>(accelerator, new CouplingLayers<TMap, TNetwork>(map, order, layers.Offsets, even, odd));
    }
}
