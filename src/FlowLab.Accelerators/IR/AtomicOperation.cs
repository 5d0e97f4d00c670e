namespace FlowLab.Accelerators.IR;

/// <summary>What an atomic operation makes of the old value and the operand.</summary>
internal enum AtomicOperation
{
    Add,
    And,
    Or,
    Xor,

    /// <summary>The smaller one; of signed integers, or of floats as <see cref="MathF.Min"/>.</summary>
    Min,
    Max,

    /// <summary>The smaller one of unsigned integers.</summary>
    MinU,
    MaxU,

    /// <summary>The operand.</summary>
    Exchange,

    /// <summary>The operand, if the old value has the bits that are expected.</summary>
    CompareExchange,
}
