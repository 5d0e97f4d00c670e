namespace FlowLab.Accelerators.Simd;

/// <summary>How the instances of a launch are dealt to vectors.</summary>
internal enum SimdForm
{
    /// <summary>Rows of X, each padded to whole vectors; Y and Z are the same in all lanes.</summary>
    Rows,

    /// <summary>Warps of groups: neighbours along X, Y and Z of the group are the same in all lanes.</summary>
    Groups,

    /// <summary>Warps of groups whose rows end within a warp: all places in the group differ between lanes.</summary>
    CrossingGroups,
}
