using System;
using System.Collections.Generic;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Derivatives;

/// <summary>A function of numbers whose derivatives are known.</summary>
/// <param name="name">As kernels call it.</param>
/// <param name="isCheap">Whether it costs no more than an addition.</param>
/// <param name="derivatives">Its derivative for each argument, from the arguments and the result.</param>
internal sealed class Function(string name, bool isCheap, Func<IReadOnlyList<Expression>, Expression, IReadOnlyList<Expression>> derivatives)
{
    public string Name { get; } = name;

    public bool IsCheap { get; } = isCheap;

    public IReadOnlyList<Expression> Derivatives(IReadOnlyList<Expression> arguments, Expression result) => derivatives(arguments, result);
}
