namespace FlowLab.Plugins.Autoregressive;

/// <summary>The order in which components depend on each other.</summary>
public enum AutoregressiveOrder
{
    /// <summary>That of z in even layers, backwards in odd ones.</summary>
    Natural,

    /// <summary>Random, drawn for every seed and pair of layers; backwards in the second layer of a pair.</summary>
    Random,
}
