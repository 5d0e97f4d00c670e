using FlowLab.Networks;

namespace FlowLab.Layers;

/// <summary>What layers with networks consist of; they come in pairs.</summary>
/// <param name="Length">Layers K.</param>
/// <param name="Even">The network of even layers.</param>
/// <param name="Odd">The network of odd layers; may be the same.</param>
/// <param name="OwnRows">Scratch rows of the layers, in front of the networks'.</param>
public sealed record NetworkLayers(int Length, IConditioner Even, IConditioner Odd, int OwnRows)
{
    /// <summary>Parameters that every layer has beside its network's, and in front of them.</summary>
    public IReadOnlyList<LayerBlock> Own { get; init; } = [];

    /// <summary>Whether every pair of layers has a random order of components of its own.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Where the parameters lie.</summary>
    public LayerOffsets Offsets => new(Length, Own.Sum(block => block.Length), Even.ParameterCount, Odd.ParameterCount, Even.ContextLength);

    /// <summary>The network of a layer.</summary>
    public IConditioner Network(int layer) => layer % 2 == 0 ? Even : Odd;
}
