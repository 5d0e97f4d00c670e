namespace FlowLab.Networks;

/// <summary>Builds networks for components; registered by the host, asked for in a constructor.</summary>
public interface INetworkFactory
{
    /// <summary>A network from <paramref name="inputs"/> to <paramref name="outputs"/> numbers that runs inside a kernel.</summary>
    IConditioner CreateConditioner(ConditionerSettings settings, int inputs, int outputs);

    /// <summary>A network from <paramref name="inputs"/> to <paramref name="outputs"/> numbers that runs by itself, on matrix products.</summary>
    INetwork CreateNetwork(NetworkSettings settings, int inputs, int outputs);
}
