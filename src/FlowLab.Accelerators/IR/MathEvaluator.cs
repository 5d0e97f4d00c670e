using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace FlowLab.Accelerators.IR;

/// <summary>Calls the C# methods behind math operations.</summary>
internal static class MathEvaluator
{
    private static readonly ConcurrentDictionary<MethodInfo, Delegate> Delegates = new();

    internal static long Evaluate(IRValue value, ReadOnlySpan<long> operands) =>
        Evaluate(Delegates.GetOrAdd(value.Method!, DelegateOf), operands);

    private static Delegate DelegateOf(MethodInfo method) => method.CreateDelegate(
        Expression.GetFuncType([.. method.GetParameters().Select(parameter => parameter.ParameterType), method.ReturnType]));

    private static long Evaluate(Delegate function, ReadOnlySpan<long> x) => function switch
    {
        Func<float, float> f => IREvaluator.Of(f(IREvaluator.Float(x[0]))),
        Func<float, float, float> f => IREvaluator.Of(f(IREvaluator.Float(x[0]), IREvaluator.Float(x[1]))),
        Func<float, float, float, float> f =>
            IREvaluator.Of(f(IREvaluator.Float(x[0]), IREvaluator.Float(x[1]), IREvaluator.Float(x[2]))),
        Func<double, double> f => IREvaluator.Of(f(IREvaluator.Double(x[0]))),
        Func<double, double, double> f => IREvaluator.Of(f(IREvaluator.Double(x[0]), IREvaluator.Double(x[1]))),
        Func<double, double, double, double> f =>
            IREvaluator.Of(f(IREvaluator.Double(x[0]), IREvaluator.Double(x[1]), IREvaluator.Double(x[2]))),
        Func<uint, int> f => f((uint)x[0]),
        Func<ulong, int> f => f((ulong)x[0]),
        Func<int, int> f => f((int)x[0]),
        Func<long, int> f => f(x[0]),
        _ => throw new InvalidOperationException($"No operation has the shape of {function.Method}."),
    };
}
