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

    /// <summary>A masked network inside a kernel: <paramref name="numbers"/> outputs for each of <paramref name="components"/>, which depend on those before it.</summary>
    /// <param name="settings">Hidden layers; with fewer hidden units than components, neighboring components share what they depend on.</param>
    /// <param name="components">Components D of the input.</param>
    /// <param name="numbers">Outputs per component, n.</param>
    /// <param name="isConditioned">As in <see cref="CreateConditioner"/>; the outputs of the first component depend on the context then.</param>
    IMaskedConditioner CreateMaskedConditioner(ConditionerSettings settings, int components, int numbers, bool isConditioned = false);

    /// <summary>A network from <paramref name="inputs"/> to <paramref name="outputs"/> numbers that runs by itself, on matrix products.</summary>
    INetwork CreateNetwork(NetworkSettings settings, int inputs, int outputs);
}
