using System.Reflection;
using FlowLab.Accelerators.Maths;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>The C# bodies of functions that some backends do not have. They are made of basic operations only.</summary>
internal static class MathBodies
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<(MathFunction Function, IRType Type), MethodInfo> Bodies = new()
    {
        [(MathFunction.Exp, IRType.Float32)] = OfFloat(nameof(PortableMath.Exp)),
        [(MathFunction.Exp2, IRType.Float32)] = OfFloat(nameof(PortableMath.Exp2)),
        [(MathFunction.Log, IRType.Float32)] = OfFloat(nameof(PortableMath.Log)),
        [(MathFunction.Log2, IRType.Float32)] = OfFloat(nameof(PortableMath.Log2)),
        [(MathFunction.Log10, IRType.Float32)] = OfFloat(nameof(PortableMath.Log10)),
        [(MathFunction.Pow, IRType.Float32)] = OfFloats(nameof(PortableMath.Pow)),
        [(MathFunction.Sin, IRType.Float32)] = OfFloat(nameof(PortableMath.Sin)),
        [(MathFunction.Cos, IRType.Float32)] = OfFloat(nameof(PortableMath.Cos)),
        [(MathFunction.Tan, IRType.Float32)] = OfFloat(nameof(PortableMath.Tan)),
        [(MathFunction.Asin, IRType.Float32)] = OfFloat(nameof(PortableMath.Asin)),
        [(MathFunction.Acos, IRType.Float32)] = OfFloat(nameof(PortableMath.Acos)),
        [(MathFunction.Atan, IRType.Float32)] = OfFloat(nameof(PortableMath.Atan)),
        [(MathFunction.Atan2, IRType.Float32)] = OfFloats(nameof(PortableMath.Atan2)),
        [(MathFunction.Sinh, IRType.Float32)] = OfFloat(nameof(PortableMath.Sinh)),
        [(MathFunction.Cosh, IRType.Float32)] = OfFloat(nameof(PortableMath.Cosh)),
        [(MathFunction.Tanh, IRType.Float32)] = OfFloat(nameof(PortableMath.Tanh)),
        [(MathFunction.Cbrt, IRType.Float32)] = OfFloat(nameof(PortableMath.Cbrt)),
        [(MathFunction.IeeeRemainder, IRType.Float32)] = OfFloats(nameof(PortableMath.IEEERemainder)),
        [(MathFunction.Remainder, IRType.Float32)] = OfFloats(nameof(PortableMath.LongDivisionRemainder)),
        [(MathFunction.Exp, IRType.Float64)] = OfDouble(nameof(DoubleMath.Exp)),
        [(MathFunction.Exp2, IRType.Float64)] = OfDouble(nameof(DoubleMath.Exp2)),
        [(MathFunction.Log, IRType.Float64)] = OfDouble(nameof(DoubleMath.Log)),
        [(MathFunction.Log2, IRType.Float64)] = OfDouble(nameof(DoubleMath.Log2)),
        [(MathFunction.Log10, IRType.Float64)] = OfDouble(nameof(DoubleMath.Log10)),
        [(MathFunction.Pow, IRType.Float64)] = OfDoubles(nameof(DoubleMath.Pow)),
        [(MathFunction.Sin, IRType.Float64)] = OfDouble(nameof(DoubleMath.Sin)),
        [(MathFunction.Cos, IRType.Float64)] = OfDouble(nameof(DoubleMath.Cos)),
        [(MathFunction.Tan, IRType.Float64)] = OfDouble(nameof(DoubleMath.Tan)),
        [(MathFunction.Asin, IRType.Float64)] = OfDouble(nameof(DoubleMath.Asin)),
        [(MathFunction.Acos, IRType.Float64)] = OfDouble(nameof(DoubleMath.Acos)),
        [(MathFunction.Atan, IRType.Float64)] = OfDouble(nameof(DoubleMath.Atan)),
        [(MathFunction.Atan2, IRType.Float64)] = OfDoubles(nameof(DoubleMath.Atan2)),
        [(MathFunction.Sinh, IRType.Float64)] = OfDouble(nameof(DoubleMath.Sinh)),
        [(MathFunction.Cosh, IRType.Float64)] = OfDouble(nameof(DoubleMath.Cosh)),
        [(MathFunction.Tanh, IRType.Float64)] = OfDouble(nameof(DoubleMath.Tanh)),
        [(MathFunction.Cbrt, IRType.Float64)] = OfDouble(nameof(DoubleMath.Cbrt)),
        [(MathFunction.Remainder, IRType.Float64)] = OfDoubles(nameof(PortableMath.LongDivisionRemainder)),
        [(MathFunction.IeeeRemainder, IRType.Float64)] = OfDoubles(nameof(PortableMath.IEEERemainder)),
        [(MathFunction.RoundAwayFromZero, IRType.Float32)] = OfFloat(nameof(PortableMath.RoundAwayFromZero)),
        [(MathFunction.RoundAwayFromZero, IRType.Float64)] = OfDouble(nameof(PortableMath.RoundAwayFromZero)),
    };

    /// <summary>Functions that have a body, for tests.</summary>
    internal static IReadOnlyCollection<(MathFunction Function, IRType Type)> Known => Bodies.Keys;

    /// <summary>What every device can do exactly: of these, and of arithmetic, all bodies are made. As <see cref="MathSupport"/> it asks for all of them.</summary>
    internal static bool IsBasic(MathFunction function, IRType type) => function <= MathFunction.CopySign
        || function is >= MathFunction.PopCount and <= MathFunction.TrailingZeroCount;

    /// <summary>The C# that computes a function where the backend does not.</summary>
    /// <param name="frame">The caller.</param>
    /// <param name="function">The function.</param>
    /// <param name="type">The type of its operands.</param>
    /// <param name="method">The method that was called; null for an operator.</param>
    internal static MethodInfo Of(MethodFrame frame, MathFunction function, IRType type, MethodInfo? method = null) =>
        Bodies.TryGetValue((function, type), out var body) && !frame.IsRunning(body)
            ? body
            : throw frame.Refuse(KernelRefusal.Mathematics, $"{method?.DeclaringType!.Name ?? "operator"}.{method?.Name ?? "%"} of {(type == IRType.Float32 ? "Single" : "Double")}");

    /// <summary>
    /// What a function of floats is, whichever class it was called by, so that what is folded is what vectors compute; null for doubles, which
    /// processors have functions of their own for.
    /// </summary>
    internal static MethodInfo? Find(MathFunction function, IRType type) => type == IRType.Float32 ? Bodies.GetValueOrDefault((function, type)) : null;

    /// <summary>The method of PortableMath that another class's method of the same name and types means in kernels, or null.</summary>
    internal static MethodInfo? TwinOf(MethodInfo method)
    {
        Type[] types = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return method.DeclaringType != typeof(PortableMath) && typeof(PortableMath).GetMethod(method.Name, types) is { } twin && twin.ReturnType == method.ReturnType
            ? twin
            : null;
    }

    /// <summary>PortableMath has doubles that it leaves to the processor; <see cref="DoubleMath"/> comes first.</summary>
    private static MethodInfo OfDouble(string name) =>
        typeof(DoubleMath).GetMethod(name, Any, [typeof(double)]) ?? typeof(PortableMath).GetMethod(name, Any, [typeof(double)])!;

    private static MethodInfo OfDoubles(string name) =>
        typeof(DoubleMath).GetMethod(name, Any, [typeof(double), typeof(double)]) ?? typeof(PortableMath).GetMethod(name, Any, [typeof(double), typeof(double)])!;

    private static MethodInfo OfFloat(string name) => typeof(PortableMath).GetMethod(name, Any, [typeof(float)])!;

    private static MethodInfo OfFloats(string name) => typeof(PortableMath).GetMethod(name, Any, [typeof(float), typeof(float)])!;
}
