using System.Reflection;
using ILGPU.Backends.EntryPoints;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What is loaded: a C# method and how its instances are numbered.</summary>
/// <param name="Method">The static method, or the lambda that captures nothing, its generic parameters closed.</param>
/// <param name="IsGrouped">Launched with a grid of groups, without an index parameter.</param>
/// <param name="GroupSize">The threads per group of a kernel with an index; 0 where the backend chooses.</param>
/// <param name="Specialization">What the kernel is compiled for.</param>
internal sealed record KernelEntry(MethodInfo Method, bool IsGrouped, int GroupSize, KernelSpecialization Specialization)
{
    /// <summary>The values of specialised arguments that it is compiled for; null where they are not known yet, or it has none.</summary>
    internal SpecializedArguments? Values { get; init; }

    /// <summary>Every access to a view is checked against its length.</summary>
    internal bool IsChecked { get; init; }

    /// <summary>The position of the first C# parameter that is an argument of the launch.</summary>
    internal int FirstArgument => IsGrouped ? 0 : 1;

    /// <summary>The C# type of the launch index; null of a grouped kernel.</summary>
    internal Type? IndexType => IsGrouped ? null : Method.GetParameters()[0].ParameterType;

    /// <summary>It has arguments that it is compiled for, and their values are not known yet.</summary>
    internal bool IsProvisional => Values is null && Method.GetParameters().Any(parameter => IsSpecialized(parameter.ParameterType));

    /// <summary>What ILGPU is asked to load.</summary>
    internal static KernelEntry Of(EntryPoint entryPoint) =>
        new(entryPoint.MethodInfo, entryPoint.IsExplicitlyGrouped, GroupSize: 0, entryPoint.Specialization);

    internal static bool IsSpecialized(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SpecializedValue<>);

    /// <summary>A kernel over an index space, whose groups the backend chooses.</summary>
    internal static KernelEntry OfIndex(MethodInfo method) => new(method, IsGrouped: false, GroupSize: 0, KernelSpecialization.Empty);

    /// <summary>A kernel over a grid of groups.</summary>
    internal static KernelEntry OfGroups(MethodInfo method) => new(method, IsGrouped: true, GroupSize: 0, KernelSpecialization.Empty);
}
