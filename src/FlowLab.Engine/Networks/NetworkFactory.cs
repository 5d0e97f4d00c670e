using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Engine.Networks;

/// <summary>Builds the networks that components ask for.</summary>
/// <param name="accelerator">The device of networks that run by themselves; without one there are only conditioners.</param>
/// <param name="products">The matrix products of that device; made when the first network is.</param>
public sealed class NetworkFactory(Accelerator? accelerator = null, Lazy<IMatrixMultiply>? products = null) : INetworkFactory
{
    public IConditioner CreateConditioner(ConditionerSettings settings, int inputs, int outputs, bool isConditioned = false) =>
        new Mlp(settings, inputs, outputs, isConditioned);

    public IMaskedConditioner CreateMaskedConditioner(ConditionerSettings settings, int components, int numbers, bool isConditioned = false) =>
        new MaskedMlp(settings, components, numbers, isConditioned);

    public INetwork CreateNetwork(NetworkSettings settings, int inputs, int outputs) => accelerator is null || products is null
        ? throw new InvalidOperationException("This factory has no device, so it builds conditioners only.")
        : new DeepNetwork(settings, inputs, outputs, accelerator, products.Value);
}
