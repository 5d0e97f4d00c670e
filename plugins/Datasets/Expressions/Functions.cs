using FlowLab.Kernels;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>The functions by name, and their values: in double precision for constants and checks, and the method that a kernel calls.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Function> Written = new()
    {
        ["exp"] = Function.Exp, ["log"] = Function.Log, ["ln"] = Function.Log, ["sqrt"] = Function.Sqrt, ["sin"] = Function.Sin, ["cos"] = Function.Cos,
        ["tanh"] = Function.Tanh, ["sinh"] = Function.Sinh, ["cosh"] = Function.Cosh, ["atan"] = Function.Atan, ["abs"] = Function.Abs,
        ["sigmoid"] = Function.Sigmoid, ["softplus"] = Function.Softplus, ["logaddexp"] = Function.LogAddExp, ["pow"] = Function.Pow,
        ["min"] = Function.Min, ["max"] = Function.Max,
    };

    /// <summary>Names that a user may write, in the order of the documentation.</summary>
    public static IReadOnlyCollection<string> Names => Written.Keys;

    public static Function? Find(string name) => Written.TryGetValue(name, out Function function) ? function : null;

    /// <summary>How many arguments it takes.</summary>
    public static int Arguments(Function function) => function is Function.LogAddExp or Function.Pow or Function.Min or Function.Max or Function.IsLess ? 2 : 1;

    public static double Value(Function function, double x, double y) => function switch
    {
        Function.Exp => Math.Exp(x),
        Function.Log => Math.Log(x),
        Function.Sqrt => Math.Sqrt(x),
        Function.Sin => Math.Sin(x),
        Function.Cos => Math.Cos(x),
        Function.Tanh => Math.Tanh(x),
        Function.Sinh => Math.Sinh(x),
        Function.Cosh => Math.Cosh(x),
        Function.Atan => Math.Atan(x),
        Function.Abs => Math.Abs(x),
        Function.Sigmoid => 1 / (1 + Math.Exp(-x)),
        Function.Softplus => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x))),
        Function.LogAddExp => x == y ? x + Math.Log(2) : Math.Max(x, y) + double.LogP1(Math.Exp(-Math.Abs(x - y))),
        Function.Pow => Math.Pow(x, y),
        Function.Min => Math.Min(x, y),
        Function.Max => Math.Max(x, y),
        Function.Sign => Math.Sign(x),
        Function.InverseRoot => x > 0 ? 1 / Math.Sqrt(x) : 0,
        _ => x < y ? 1 : 0,
    };

    /// <summary>The method that kernels call for it.</summary>
    public static Delegate Kernel(Function function) => function switch
    {
        Function.Exp => (Func<float, float>)XMath.Exp,
        Function.Log => (Func<float, float>)XMath.Log,
        Function.Sqrt => (Func<float, float>)XMath.Sqrt,
        Function.Sin => (Func<float, float>)XMath.Sin,
        Function.Cos => (Func<float, float>)XMath.Cos,
        Function.Tanh => (Func<float, float>)XMath.Tanh,
        Function.Sinh => (Func<float, float>)XMath.Sinh,
        Function.Cosh => (Func<float, float>)XMath.Cosh,
        Function.Atan => (Func<float, float>)XMath.Atan,
        Function.Abs => (Func<float, float>)XMath.Abs,
        Function.Sigmoid => (Func<float, float>)KernelMath.Sigmoid,
        Function.Softplus => (Func<float, float>)KernelMath.Softplus,
        Function.LogAddExp => (Func<float, float, float>)FormulaMath.LogAddExp,
        Function.Pow => (Func<float, float, float>)XMath.Pow,
        Function.Min => (Func<float, float, float>)XMath.Min,
        Function.Max => (Func<float, float, float>)XMath.Max,
        Function.Sign => (Func<float, float>)FormulaMath.Sign,
        Function.InverseRoot => (Func<float, float>)FormulaMath.InverseRoot,
        _ => (Func<float, float, float>)FormulaMath.IsLess,
    };
}
