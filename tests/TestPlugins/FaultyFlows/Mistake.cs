namespace FaultyFlows;

/// <summary>What is wrong with a flow.</summary>
public enum Mistake
{
    None,

    /// <summary>The log-det of the forward pass has the wrong sign.</summary>
    LogDetForward,

    /// <summary>That of the inverse pass.</summary>
    LogDetInverse,

    /// <summary>Both, so that the two passes agree.</summary>
    LogDetBoth,

    /// <summary>The log-det leaves out the last dimension, in both passes.</summary>
    LogDetTerm,

    /// <summary>The inverse leaves out the shift.</summary>
    InverseShift,

    /// <summary>The gradient leaves out what the log-det contributes.</summary>
    GradientTerm,

    /// <summary>z beyond 2.5 becomes NaN.</summary>
    NanBeyond,

    ThrowsInConstructor,
    ThrowsInInitialize,
    ThrowsInForward,
    ThrowsInBackward,
    ThrowsInInverse,

    /// <summary>The forward pass throws when it is called the thirtieth time.</summary>
    ThrowsLater,

    /// <summary>A negative number of parameters.</summary>
    NegativeParameters,

    /// <summary>The blocks cover half of the parameters.</summary>
    IncompleteBlocks,

    /// <summary>Initial parameters that are not numbers.</summary>
    NanParameters,
}
