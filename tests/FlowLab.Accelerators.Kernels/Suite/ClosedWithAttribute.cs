namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Type arguments of a generic kernel; each use makes a kernel.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ClosedWithAttribute(params Type[] arguments) : Attribute
{
    public Type[] Arguments { get; } = arguments;
}
