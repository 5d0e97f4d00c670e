namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>Parts of random programs: expressions, then statements.</summary>
internal enum ProgramNodeKind
{
    /// <summary>A number; the detail is its bits.</summary>
    Constant,

    /// <summary>A local; the detail is its number.</summary>
    Variable,

    /// <summary>The launch index.</summary>
    Index,

    /// <summary>A parameter that all instances share.</summary>
    Uniform,

    /// <summary>An element; the detail is a <see cref="ProgramPlace"/>.</summary>
    Load,

    /// <summary>An element of the view of the detail, at the low bits of the child.</summary>
    Gather,

    /// <summary>The detail is the operator, such as <c>+</c>.</summary>
    Binary,
    Unary,

    /// <summary>A comparison; the operands have a type of their own.</summary>
    Compare,

    /// <summary>Both sides, the second one only if it matters.</summary>
    AndAlso,
    OrElse,
    Not,

    /// <summary>To the type of the node; the detail is a small integer type to go through, or null.</summary>
    Convert,

    /// <summary>condition ? a : b.</summary>
    Choose,

    /// <summary>A call; the detail is the method.</summary>
    Call,

    Block,

    /// <summary>To the local of the detail.</summary>
    Assign,

    /// <summary>To the view of the detail: place and value.</summary>
    Store,

    /// <summary>Condition, then, else.</summary>
    If,

    /// <summary>Counts the local of the detail up to the low bits of a bound: bound and body.</summary>
    For,

    /// <summary>While a condition holds and the local of the detail, which starts at some number, has not come down to 0.</summary>
    While,

    /// <summary>As <see cref="While"/>, the condition last.</summary>
    DoWhile,

    /// <summary>Selector, default, cases from 0 on.</summary>
    Switch,
    Break,
    Continue,
    Return,
}
