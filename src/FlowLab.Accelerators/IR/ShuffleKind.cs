namespace FlowLab.Accelerators.IR;

/// <summary>Which lane a shuffle reads, given the own lane (within its part of the warp) and the selector.</summary>
internal enum ShuffleKind
{
    /// <summary>The lane of the selector, modulo the width.</summary>
    Index,

    /// <summary>Own lane + selector.</summary>
    Down,

    /// <summary>Own lane - selector.</summary>
    Up,

    /// <summary>Own lane ^ selector.</summary>
    Xor,
}
