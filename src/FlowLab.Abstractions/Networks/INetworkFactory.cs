namespace FlowLab.Networks;

/// <summary>Builds networks for components; registered by the host, asked for in a constructor.</summary>
public interface INetworkFactory
{
    /// <summary>A network from <paramref name="inputs"/> to <paramref name="outputs"/> numbers that runs inside a kernel.</summary>
    /// <param name="settings">Hidden layers.</param>
    /// <param name="inputs">Input numbers.</param>
    /// <param name="outputs">Output numbers.</param>
    /// <param name="isConditioned">
    /// Whether the biases of the first hidden layer come from a context instead of the parameters. Where the context is a linear function of
    /// features c(x), this is a network of both z and c(x).
    /// </param>
    IConditioner CreateConditioner(ConditionerSettings settings, int inputs, int outputs, bool isConditioned = false);

    /// <summary>A network from <paramref name="inputs"/> to <paramref name="outputs"/> numbers that runs by itself, on matrix products.</summary>
    INetwork CreateNetwork(NetworkSettings settings, int inputs, int outputs);
}
