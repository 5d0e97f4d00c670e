namespace FlowLab.Accelerators.Simd;

/// <summary>What a local of the emitted method holds of a value; the second half of a pair follows the first.</summary>
internal enum LocalRole
{
    /// <summary>Its scalar form.</summary>
    Scalar,

    /// <summary>All lanes.</summary>
    Vector,

    /// <summary>The lower half of the lanes.</summary>
    Low,

    /// <summary>The upper half of the lanes.</summary>
    High,

    /// <summary>What the lanes had that have left its loop.</summary>
    Leaving,

    /// <inheritdoc cref="Leaving"/>
    LeavingLow,

    /// <inheritdoc cref="Leaving"/>
    LeavingHigh,
}
