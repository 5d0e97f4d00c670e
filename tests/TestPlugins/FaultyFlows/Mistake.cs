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

    /// <summary>The constructor never returns.</summary>
    LoopsInConstructor,

    /// <summary>Initialize never returns.</summary>
    LoopsInInitialize,

    /// <summary>Asked for its blocks of parameters, it never answers.</summary>
    LoopsInBlocks,

    ThrowsInConstructor,
    ThrowsInInitialize,
    ThrowsInForward,
    ThrowsInBackward,
    ThrowsInInverse,

    /// <summary>The forward pass throws when it is called the thirtieth time.</summary>
    ThrowsLater,

    /// <summary>The forward pass never returns when it is called the thirtieth time.</summary>
    LoopsLater,

    /// <summary>The forward pass of a kernel never returns when it is called the thirtieth time.</summary>
    LoopsInKernel,

    /// <summary>The forward pass keeps half a gibibyte whenever it is called, from the thirtieth time on.</summary>
    Allocates,

    /// <summary>A kernel writes the element of log-det that is three behind its last.</summary>
    WritesBehind,

    /// <summary>As <see cref="WritesBehind"/>, from the thirtieth call on.</summary>
    WritesBehindLater,

    /// <summary>A kernel writes the element of the state before its first.</summary>
    WritesBefore,

    /// <summary>The inverse pass, which only the measurement calls, writes behind log-det.</summary>
    WritesInInverse,

    /// <summary>A kernel writes a tebibyte before its view, where there is no memory, from the thirtieth call on.</summary>
    WritesFar,

    /// <summary>A negative number of parameters.</summary>
    NegativeParameters,

    /// <summary>The blocks cover half of the parameters.</summary>
    IncompleteBlocks,

    /// <summary>Two blocks of one name.</summary>
    DoubledBlocks,

    /// <summary>Initial parameters that are not numbers.</summary>
    NanParameters,
}
