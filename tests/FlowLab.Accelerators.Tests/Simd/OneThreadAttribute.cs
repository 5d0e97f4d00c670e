using System.Reflection;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Instances of this kernel meet in memory: what stays there is the last one's only where one thread runs them in order.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OneThreadAttribute : Attribute
{
    internal static bool Marks(MethodInfo kernel) => kernel.IsDefined(typeof(OneThreadAttribute), false);
}
