namespace FlowLab.Layers;

/// <summary>The order of the components in a flow of layers with networks.</summary>
public enum ComponentOrdering
{
    /// <summary>That of z in even layers, backwards in odd ones.</summary>
    Natural,

    /// <summary>Random, drawn for every seed and pair of layers; backwards in the second layer of a pair.</summary>
    Random,
}
