namespace FlowLab.Plugins.RealNvp;

/// <summary>Which components a pair of layers keeps first and moves second.</summary>
public enum RealNvpMask
{
    /// <summary>The first half and the rest, the same for all pairs.</summary>
    Halves,

    /// <summary>A random half and the rest, drawn for every seed and pair.</summary>
    Random,
}
