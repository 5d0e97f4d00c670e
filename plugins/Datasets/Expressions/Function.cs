namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>The functions of expressions. Those behind <see cref="Max"/> are not written by users: derivatives need them.</summary>
internal enum Function
{
    Exp,
    Log,
    Sqrt,
    Sin,
    Cos,
    Tanh,
    Sinh,
    Cosh,
    Atan,
    Abs,
    Sigmoid,
    Softplus,
    LogAddExp,
    Pow,
    Min,
    Max,

    /// <summary>-1, 0 or 1.</summary>
    Sign,

    /// <summary>1 / sqrt(x), 0 for x = 0: the slope of a root times 2, whose other factor is 0 there.</summary>
    InverseRoot,

    /// <summary>1 where the first is less than the second, else 0.</summary>
    IsLess,
}
