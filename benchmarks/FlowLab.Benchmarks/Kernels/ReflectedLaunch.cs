using System.Linq.Expressions;
using System.Reflection;
using FlowLab.Plugins.Tests;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Loads and launches a kernel whose parameters are known at run time only. What can be prepared is prepared before.</summary>
internal sealed class ReflectedLaunch
{
    private readonly Accelerator _accelerator;
    private readonly MethodInfo _load;
    private readonly Delegate _kernel;
    private readonly object[] _values;

    public ReflectedLaunch(KernelArguments arguments, MethodInfo method)
    {
        Type[] types = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        _accelerator = arguments.Accelerator;
        _kernel = method.CreateDelegate(Expression.GetActionType(types));
        _load = typeof(KernelLoaders).GetMethods().Single(candidate => IsLoader(candidate, types.Length)).MakeGenericMethod(types);
        _values = [types[0] == typeof(Index2D) ? new Index2D(3, 2) : new Index1D(3), .. arguments.Of(method)];
    }

    /// <summary>From the method to the end of its first launch.</summary>
    public void LoadAndRun()
    {
        var launch = (Delegate)_load.Invoke(null, [_accelerator, _kernel])!;
        launch.DynamicInvoke(_values);
        _accelerator.Synchronize();
    }

    private static bool IsLoader(MethodInfo method, int parameters) =>
        method.Name == nameof(KernelLoaders.LoadAutoGroupedStreamKernel)
        && method.GetGenericArguments().Length == parameters
        && method.GetParameters().Length == 2;
}
