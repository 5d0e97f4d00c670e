using System.Reflection;
using ILGPU.Runtime;

namespace ILGPU.Tests.OpenCL;

/// <summary>Loads and launches a kernel whose arguments are only known at run time.</summary>
internal static class DeviceLaunch
{
    private static readonly MethodInfo RunMethod = typeof(DeviceLaunch).GetMethod(nameof(RunTuple), BindingFlags.Static | BindingFlags.NonPublic)!;

    internal static void Run(Accelerator accelerator, KernelEntry entry, LaunchDimensions dimensions, params object[] arguments)
    {
        var tuple = TupleOf([.. entry.Method.GetParameters().Skip(entry.FirstArgument).Select(parameter => parameter.ParameterType)], arguments);
        try
        {
            RunMethod.MakeGenericMethod(tuple.GetType()).Invoke(null, [accelerator, entry, dimensions, tuple]);
        }
        catch (TargetInvocationException error)
        {
            throw error.InnerException!;
        }
    }

    private static void RunTuple<TArguments>(Accelerator accelerator, KernelEntry entry, LaunchDimensions dimensions, TArguments arguments)
        where TArguments : struct
    {
        accelerator.Load<TArguments>(entry).Launch(in dimensions, in arguments);
        accelerator.Synchronize();
    }

    private static object TupleOf(Type[] types, object[] items)
    {
        if (types.Length <= 7)
            return Activator.CreateInstance(OpenTuple(types.Length).MakeGenericType(types), items)!;
        var rest = TupleOf(types[7..], items[7..]);
        return Activator.CreateInstance(OpenTuple(8).MakeGenericType([.. types[..7], rest.GetType()]), [.. items[..7], rest])!;
    }

    private static Type OpenTuple(int length) => Type.GetType($"System.ValueTuple`{length}")!;
}
