using FlowLab.Networks;

namespace FlowLab.Layers;

/// <summary>What flows of layers with networks have in common.</summary>
/// <param name="Length">Layers K.</param>
/// <param name="Network">The network of each layer.</param>
/// <param name="IsRandom">Whether every pair of layers has a random order of components of its own, drawn per seed; else all have that of z.</param>
/// <param name="IsConditioned">Whether the networks depend on the data point, see <see cref="INetworkFactory.CreateConditioner"/>.</param>
public sealed record NetworkFlowOptions(int Length, ConditionerSettings Network, bool IsRandom, bool IsConditioned);
