using FlowLab.Networks;

namespace FlowLab.Engine.Networks;

/// <summary>Builds the networks that components ask for.</summary>
public sealed class NetworkFactory : INetworkFactory
{
    public IConditioner CreateConditioner(ConditionerSettings settings, int inputs, int outputs) => new Mlp(settings, inputs, outputs);
}
