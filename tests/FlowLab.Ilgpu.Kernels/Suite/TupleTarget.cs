using System.Reflection;
using ILGPU.Runtime;

namespace ILGPU.Tests.Kernels;

/// <summary>A target that takes the arguments of a launch as one value tuple, as launchers do.</summary>
internal abstract class TupleTarget(string name, Accelerator accelerator) : KernelTarget(name, accelerator)
{
    private const int ItemsPerTuple = 7;

    private static readonly Type[] Tuples =
    [
        typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>),
        typeof(ValueTuple<,,,,,,>), typeof(ValueTuple<,,,,,,,>),
    ];

    private static readonly MethodInfo LoadMethod = typeof(TupleTarget).GetMethod(nameof(LoadTuple), BindingFlags.Instance | BindingFlags.NonPublic)!;

    protected sealed override KernelLaunch Load(KernelEntry entry)
    {
        Type[] types = [.. entry.Method.GetParameters().Skip(entry.FirstArgument).Select(parameter => parameter.ParameterType)];
        return (KernelLaunch)LoadMethod.MakeGenericMethod(TupleOf(types)).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [entry], null)!;
    }

    /// <summary>Compiles a kernel whose arguments are a tuple.</summary>
    protected abstract KernelLaunch LoadTuple<TArguments>(KernelEntry entry)
        where TArguments : struct;

    protected static TArguments Tuple<TArguments>(object[] arguments)
        where TArguments : struct =>
        (TArguments)Tuple(typeof(TArguments), arguments);

    private static Type TupleOf(ReadOnlySpan<Type> types)
    {
        if (types.Length == 0)
            return typeof(ValueTuple);
        return types.Length <= ItemsPerTuple
            ? Tuples[types.Length - 1].MakeGenericType([.. types])
            : Tuples[ItemsPerTuple].MakeGenericType([.. types[..ItemsPerTuple], TupleOf(types[ItemsPerTuple..])]);
    }

    private static object Tuple(Type type, ReadOnlySpan<object> arguments) => arguments.Length <= ItemsPerTuple
        ? Activator.CreateInstance(type, [.. arguments])!
        : Activator.CreateInstance(type, [.. arguments[..ItemsPerTuple], Tuple(type.GetGenericArguments()[ItemsPerTuple], arguments[ItemsPerTuple..])])!;
}
