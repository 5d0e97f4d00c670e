namespace PlantedFlows;

/// <summary>What is wrong with a flow; <c>flowlab check</c> has to find each of them.</summary>
public enum PlantedMistake
{
    None,

    /// <summary>Forward subtracts the log-det.</summary>
    LogDetSign,

    /// <summary>The log-dets have |w| for |w|^2, in both directions.</summary>
    NormNotSquared,

    /// <summary>The gradient of w leaves out what the log-det contributes.</summary>
    MissingGradientTerm,

    /// <summary>The gradient of b is added to what its buffer holds.</summary>
    GradientAccumulated,

    /// <summary>The inverse is right for positive components only.</summary>
    InverseOfOneBranch,

    /// <summary>All instances of a seed use the scratch of its first sample.</summary>
    Race,

    /// <summary>Forward writes behind the log-dets.</summary>
    PastTheEnd,

    /// <summary>The gradient of the last b is never written.</summary>
    NeverWritten,

    /// <summary>Forward depends on how often it was called.</summary>
    StateKept,

    /// <summary>Every seed reads the b of the next one.</summary>
    OtherSeed,

    /// <summary>Components beyond 88 become NaN.</summary>
    NanAtLargeInputs,

    /// <summary>b starts at 50.</summary>
    FarStart,

    /// <summary>Beyond 64 dimensions the log-det misses the last component of every 64.</summary>
    WideLogDet,

    /// <summary>Beyond 64 dimensions the gradient of b is half too small at the first component of every 64 but the first.</summary>
    WideGradient,

    /// <summary>Beyond 64 dimensions the gradient of z through the inverse has the wrong sign at the first component of every 64 but the first.</summary>
    WideInverseGradient,

    /// <summary>Beyond 64 dimensions the inverse forgets b at the last component.</summary>
    WideInverse,
}
