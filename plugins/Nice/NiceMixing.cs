namespace FlowLab.Plugins.Nice;

/// <summary>The fixed random map in front of each coupling.</summary>
public enum NiceMixing
{
    /// <summary>A random permutation.</summary>
    Perm,

    /// <summary>A random orthogonal matrix.</summary>
    Orth,
}
