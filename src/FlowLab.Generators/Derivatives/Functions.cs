using System;
using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using static FlowLab.Generators.Code.Numbers;

namespace FlowLab.Generators.Derivatives;

/// <summary>
/// The functions that layers may call. Derivatives are written with the result where that is shorter, so that nothing is computed twice, and
/// without differences of near numbers: 1 - tanh^2 is (1 - tanh) (1 + tanh).
/// </summary>
internal static class Functions
{
    private static readonly string[] Homes = ["ILGPU.Algorithms.XMath", "System.MathF", "System.Math"];

    private static readonly Dictionary<string, Function> Mathematics = new[]
    {
        One("Exp", (x, y) => y),
        One("Exp2", (x, y) => Multiply(Number("0.6931472f"), y)),
        One("Log", (x, y) => Divide(Numbers.One, x)),
        One("Log2", (x, y) => Divide(Number("1.442695f"), x)),
        One("Log10", (x, y) => Divide(Number("0.4342945f"), x)),
        One("Sqrt", (x, y) => Divide(Number("0.5f"), y)),
        One("Rsqrt", (x, y) => Negate(Multiply(Number("0.5f"), Multiply(y, Multiply(y, y))))),
        One("Rcp", (x, y) => Negate(Multiply(y, y))),
        One("Sin", (x, y) => XMath("Cos", x)),
        One("Cos", (x, y) => Negate(XMath("Sin", x))),
        One("Tan", (x, y) => Add(Numbers.One, Multiply(y, y))),
        One("Sinh", (x, y) => XMath("Cosh", x)),
        One("Cosh", (x, y) => XMath("Sinh", x)),
        One("Tanh", (x, y) => Multiply(Subtract(Numbers.One, y), Add(Numbers.One, y))),
        One("Asin", (x, y) => Divide(Numbers.One, XMath("Sqrt", Multiply(Subtract(Numbers.One, x), Add(Numbers.One, x))))),
        One("Acos", (x, y) => Negate(Divide(Numbers.One, XMath("Sqrt", Multiply(Subtract(Numbers.One, x), Add(Numbers.One, x)))))),
        One("Atan", (x, y) => Divide(Numbers.One, Add(Numbers.One, Multiply(x, x)))),
        Cheap("Abs", x => new Choice(Compare("<", x[0], Zero), Negate(Numbers.One), Numbers.One)),
        Cheap("Floor", x => Zero),
        Cheap("Ceiling", x => Zero),
        Cheap("Round", x => Zero),
        Cheap("Truncate", x => Zero),
        Cheap("Sign", x => Zero),
        Cheap("Min", x => Where(Compare("<=", x[0], x[1]), Numbers.One), x => Where(Compare(">", x[0], x[1]), Numbers.One)),
        Cheap("Max", x => Where(Compare(">=", x[0], x[1]), Numbers.One), x => Where(Compare("<", x[0], x[1]), Numbers.One)),
        Two("Pow", (x, y) => Multiply(x[1], XMath("Pow", x[0], Subtract(x[1], Numbers.One))), (x, y) => Multiply(y, XMath("Log", x[0]))),
        Two("Atan2", (x, y) => Divide(x[1], SquareSum(x)), (x, y) => Negate(Divide(x[0], SquareSum(x)))),
    }.ToDictionary(function => function.Name.Substring("XMath.".Length));

    private static readonly Dictionary<string, Function> Stable = new[]
    {
        Kernel("Softplus", (x, y) => Call("KernelMath.Sigmoid", x)),
        Kernel("Sigmoid", (x, y) => Multiply(y, Subtract(Numbers.One, y))),
        Kernel("Log1P", (x, y) => Divide(Numbers.One, Add(Numbers.One, x))),
        Kernel("LogOnePlus", (x, y) => Divide(Numbers.One, Add(Numbers.One, x))),
    }.ToDictionary(function => function.Name.Substring("KernelMath.".Length));

    private static readonly Dictionary<string, Function> ByName = Mathematics.Values.Concat(Stable.Values).ToDictionary(function => function.Name);

    /// <summary>The function that the author's code calls, if it is known.</summary>
    public static Function? Find(string home, string name)
    {
        if (home == "FlowLab.Kernels.KernelMath" && Stable.TryGetValue(name, out Function? stable))
            return stable;
        return Homes.Contains(home) && Mathematics.TryGetValue(name, out Function? known) ? known : null;
    }

    /// <summary>The function of a call in the generated code.</summary>
    public static Function Of(Call call) => ByName[call.Function];

    /// <summary>Whether it can be computed again for next to nothing.</summary>
    public static bool IsCheap(Expression value) => value.All().OfType<Call>().All(call => ByName.TryGetValue(call.Function, out Function? known) && known.IsCheap);

    public static Expression Compare(string sign, Expression left, Expression right) => new Binary(sign, left, right, ValueKind.Flag);

    private static Function One(string name, Func<Expression, Expression, Expression> derivative) =>
        new("XMath." + name, false, (x, y) => [derivative(x[0], y)]);

    private static Function Two(
        string name, Func<IReadOnlyList<Expression>, Expression, Expression> first, Func<IReadOnlyList<Expression>, Expression, Expression> second) =>
        new("XMath." + name, false, (x, y) => [first(x, y), second(x, y)]);

    private static Function Cheap(string name, params Func<IReadOnlyList<Expression>, Expression>[] derivatives) =>
        new("XMath." + name, true, (x, y) => [.. derivatives.Select(derivative => derivative(x))]);

    private static Function Kernel(string name, Func<Expression, Expression, Expression> derivative) =>
        new("KernelMath." + name, false, (x, y) => [derivative(x[0], y)]);

    private static Expression Number(string text) => new Constant(text, ValueKind.Number);

    private static Expression XMath(string name, params Expression[] arguments) => Call("XMath." + name, arguments);

    private static Expression SquareSum(IReadOnlyList<Expression> x) => Add(Multiply(x[0], x[0]), Multiply(x[1], x[1]));
}
