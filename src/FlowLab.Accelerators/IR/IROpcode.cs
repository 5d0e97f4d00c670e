namespace FlowLab.Accelerators.IR;

/// <summary>
/// What a value is. The suffix S or U is the signedness of an integer operation; on floats S is the ordered comparison (false when an
/// operand is NaN) and U the unordered one (true when an operand is NaN), and DivS and RemS are the division and C#'s <c>%</c>.
/// </summary>
internal enum IROpcode
{
    /// <summary>A constant, <see cref="IRValue.Bits"/>; belongs to no block.</summary>
    Const,

    /// <summary>A scalar parameter of the kernel; belongs to no block.</summary>
    Parameter,

    /// <summary>One operand per predecessor of the block, in the order of <see cref="IRBlock.Predecessors"/>.</summary>
    Phi,

    Add,
    Sub,
    Mul,

    /// <summary>Integer division by zero and of the smallest number by -1 fault as in C#; passes never make an instance divide that did not.</summary>
    DivS,
    DivU,
    RemS,
    RemU,
    Neg,
    And,
    Or,
    Xor,

    /// <summary>All bits inverted; on Bool the negation.</summary>
    Not,

    /// <summary>Shifts: the second operand is an Int32 of which the low 5 bits count (6 for Int64), as in C#.</summary>
    Shl,
    ShrS,
    ShrU,

    /// <summary>Comparisons give Bool. On floats CmpEq is ordered and CmpNe unordered: NaN is equal to nothing.</summary>
    CmpEq,
    CmpNe,
    CmpLtS,
    CmpLtU,
    CmpLeS,
    CmpLeU,
    CmpGtS,
    CmpGtU,
    CmpGeS,
    CmpGeU,

    /// <summary>Select(condition, then, else); both are evaluated.</summary>
    Select,

    /// <summary>To a wider integer with copies of the sign; to Int32 or Int64, from any narrower integer.</summary>
    SExt,

    /// <summary>To a wider integer with zeros; also from Bool (0 or 1) to any integer.</summary>
    ZExt,

    /// <summary>The low bits: to any narrower integer.</summary>
    Trunc,

    /// <summary>Integer to float, rounded to nearest even, once.</summary>
    SToF,
    UToF,

    /// <summary>Float to Int32 or Int64: towards zero, saturating, NaN to 0.</summary>
    FToS,
    FToU,

    /// <summary>Float32 to Float64 or back.</summary>
    FToF,

    /// <summary>The same bits: Int32 and Float32, Int64 and Float64.</summary>
    BitCast,

    /// <summary>
    /// The address operand 0 + operand 1 * <see cref="IRValue.ElementSize"/> + <see cref="IRValue.ByteOffset"/>. The index is an Int32
    /// (sign-extended) or Int64; the address is computed in 64 bits.
    /// </summary>
    Element,

    /// <summary>Reads <see cref="IRValue.Type"/> from the address operand 0; naturally aligned up to <see cref="IRValue.Alignment"/>.</summary>
    Load,

    /// <summary>Writes operand 1 to the address operand 0.</summary>
    Store,

    /// <summary>The function <see cref="IRValue.Function"/> of the operands, exactly what the C# method <see cref="IRValue.Method"/> returns.</summary>
    Math,

    /// <summary>The address of <see cref="IRValue.Allocation"/>; belongs to no block, as a parameter.</summary>
    Allocation,

    /// <summary>
    /// Replaces what the address operand 0 holds by <see cref="IRValue.Atomic"/> of it and operand 1 in one step, and gives what it held
    /// before. CompareExchange(address, compare, value) stores only if it held the bits of compare.
    /// </summary>
    Atomic,

    /// <summary>
    /// Shuffle(value, selector, width): the value of another lane of the warp, which <see cref="IRValue.Shuffle"/> says. The width, a power
    /// of two up to the warp size, cuts the warp into parts that keep to themselves. A lane outside of the part means the own value.
    /// </summary>
    Shuffle,

    /// <summary>All threads of <see cref="IRValue.Scope"/>, a warp or a group, get here before any goes on, and see what the others wrote.</summary>
    Barrier,

    /// <summary>What the thread wrote before is seen by the threads of <see cref="IRValue.Scope"/> no later than what it writes afterwards.</summary>
    Fence,

    /// <summary>
    /// Check(start, count, length): the elements [start, start + count) must lie in a view of that length, else the instance ends the launch. In kernels that
    /// are compiled with bounds checks only; <see cref="IRValue.ViewName"/> says which view.
    /// </summary>
    Check,
}
