using System.Reflection;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests;

/// <summary>What a kernel means: its C# method, called for every index, X fastest.</summary>
internal static class PlainLoop
{
    internal static void Run(MethodInfo method, LaunchDimensions dimensions, object argument)
    {
        var (invoker, index) = (MethodInvoker.Create(method), method.GetParameters()[0].ParameterType);
        for (var i = 0L; i < dimensions.Count; i++)
        {
            var (x, y, z) = (i % dimensions.X, i / dimensions.X % dimensions.Y, i / dimensions.X / dimensions.Y);
            invoker.Invoke(null, LaunchArguments.IndexOf(index, (int)x, (int)y, (int)z), argument);
        }
    }
}
