using FlowLab.Flows;
using FlowLab.Random;

namespace FlowLab.Networks;

/// <summary>
/// A network that runs by launches and matrix products of its own, for R seeds at once, each with its own parameters. It keeps no
/// trained state: parameters, activations and gradients come with each pass. Passes are asynchronous and allocate nothing.
/// For a network inside another kernel see <see cref="IConditioner"/>.
/// </summary>
public interface INetwork
{
    /// <summary>Numbers per sample that it reads.</summary>
    int Inputs { get; }

    /// <summary>Numbers per sample that it writes.</summary>
    int Outputs { get; }

    /// <summary>Parameters per seed.</summary>
    int ParameterCount { get; }

    /// <summary>The named parts of the parameters, in order; matrices are [outputs of the layer, inputs of the layer].</summary>
    IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Numbers per sample that the forward pass leaves for the backward pass.</summary>
    int TapeLength { get; }

    /// <summary>Numbers per sample that the backward pass needs while it runs.</summary>
    int ScratchLength { get; }

    /// <summary>Writes the initial parameters of one seed.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="parameters">[<see cref="ParameterCount"/>], to be filled.</param>
    void Initialize(RandomStream random, Span<float> parameters);

    /// <summary>Inputs to outputs.</summary>
    void Forward(in NetworkForward pass);

    /// <summary>Gradients through <see cref="Forward"/>.</summary>
    void Backward(in NetworkBackward pass);
}
