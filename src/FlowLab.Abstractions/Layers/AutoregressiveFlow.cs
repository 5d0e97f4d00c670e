using FlowLab.Flows;
using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>A flow of <see cref="AutoregressiveLayers{TMap, TNetwork}"/>. What is left to say is what happens to a component, and what it is called.</summary>
/// <typeparam name="TMap">What happens to a component.</typeparam>
public abstract class AutoregressiveFlow<TMap> : NetworkFlow
    where TMap : struct, IComponentMap
{
    /// <param name="options">Layers, their network and the order of components.</param>
    /// <param name="map">What happens to a component.</param>
    /// <param name="form">What a layer's network reads.</param>
    /// <param name="shape">What the flow is built for.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="networks">Builds the network.</param>
    protected AutoregressiveFlow(
        NetworkFlowOptions options, TMap map, AutoregressiveForm form, FlowShape shape, Accelerator accelerator, INetworkFactory networks)
        : this(options, CreateNetwork(options, map, shape, networks), map, form, shape, accelerator)
    {
    }

    private AutoregressiveFlow(
        NetworkFlowOptions options, IMaskedConditioner network, TMap map, AutoregressiveForm form, FlowShape shape, Accelerator accelerator)
        : this(
            new NetworkLayers(options.Length, network, network, 2 * (1 + map.Numbers) * shape.Dimension) { IsRandom = options.IsRandom }, network, map,
            form, shape, accelerator)
    {
    }

    private AutoregressiveFlow(
        NetworkLayers layers, IMaskedConditioner network, TMap map, AutoregressiveForm form, FlowShape shape, Accelerator accelerator)
        : base(layers, shape, accelerator, order => network.Accept(new Loader(accelerator, layers.Offsets, map, form, order)))
    {
    }

    private static IMaskedConditioner CreateNetwork(NetworkFlowOptions options, TMap map, FlowShape shape, INetworkFactory networks)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(networks);
        return networks.CreateMaskedConditioner(options.Network, shape.Dimension, map.Numbers, options.IsConditioned);
    }

    private sealed class Loader(Accelerator accelerator, LayerOffsets offsets, TMap map, AutoregressiveForm form, ComponentOrderView order)
        : IMaskedConditionerVisitor<ILayerLaunches>
    {
        public ILayerLaunches Visit<TNetwork>(TNetwork network)
            where TNetwork : unmanaged, IMaskedConditionerKernel =>
            new LayerLaunches<AutoregressiveLayers<TMap, TNetwork>>(
                accelerator, new AutoregressiveLayers<TMap, TNetwork>(map, order, offsets, form == AutoregressiveForm.Maf, network));
    }
}
