using System.Reflection;

namespace FlowLab.Host.Kernels;

/// <summary>A kernel that can be shown.</summary>
/// <param name="Home">The assembly it is in.</param>
/// <param name="Method">The method, generic parameters open.</param>
/// <param name="Parameters">Its generic parameters and what may stand for them.</param>
internal sealed record KernelMethod(Assembly Home, MethodInfo Method, IReadOnlyList<KernelTypeParameter> Parameters)
{
    /// <summary>Class and method: <c>PlanarKernels.Forward</c>.</summary>
    public string Name { get; } = $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>The name with its generic parameters: <c>NiceKernels.Forward&lt;TMixing, TNetwork&gt;</c>.</summary>
    public string Title => Parameters.Count == 0 ? Name : $"{Name}<{string.Join(", ", Parameters.Select(parameter => parameter.Name))}>";

    /// <summary>What the instances of a launch are numbered by.</summary>
    public string Index => KernelCatalog.IsIndexed(Method) ? Method.GetParameters()[0].ParameterType.Name : "groups";
}
