namespace FlowLab.Accelerators.IR;

/// <summary>Functions that backends have an instruction or a library function for.</summary>
internal enum MathFunction
{
    None,
    Abs,

    /// <summary>IEEE 754 minimum of <see cref="MathF.Min"/>: NaN wins, -0 is less than +0.</summary>
    Min,
    Max,

    /// <summary>One machine instruction; which operand wins when one is NaN depends on the device.</summary>
    MinNative,
    MaxNative,
    Sqrt,
    Floor,
    Ceiling,
    Truncate,

    /// <summary>To the nearest integer, halves to even.</summary>
    Round,
    RoundAwayFromZero,

    /// <summary>x * y + z, rounded once.</summary>
    Fma,
    CopySign,
    Exp,
    Exp2,
    Log,
    Log2,
    Log10,
    Pow,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Sinh,
    Cosh,
    Tanh,
    Cbrt,
    IeeeRemainder,

    /// <summary>Of an Int32 or Int64; the result is an Int32, the operand's width for zero.</summary>
    PopCount,
    LeadingZeroCount,
    TrailingZeroCount,

    /// <summary>C#'s <c>%</c> of floats: the opcode RemS where a backend does it itself, otherwise a body as the others.</summary>
    Remainder,
}
