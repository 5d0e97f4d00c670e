using System.Reflection;
using ILGPU.Runtime;

namespace ILGPU.Tests.Kernels;

/// <summary>Finds the kernels of an assembly.</summary>
internal static class KernelCatalog
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All kernels that are compiled with optimization.</summary>
    internal static IReadOnlyList<KernelCase> All { get; } = Of(typeof(KernelCatalog).Assembly, "");

    /// <param name="assembly">Where the families are.</param>
    /// <param name="prefix">What the names of its kernels start with.</param>
    internal static IReadOnlyList<KernelCase> Of(Assembly assembly, string prefix) =>
    [
        .. from family in assembly.GetTypes()
           let attribute = family.GetCustomAttribute<KernelFamilyAttribute>()
           where attribute is not null
           orderby family.FullName
           from method in family.GetMethods(Declared).SelectMany(Closed)
           where typeof(IIndex).IsAssignableFrom(method.GetParameters().FirstOrDefault()?.ParameterType)
           select CaseOf(method, attribute, prefix),
    ];

    private static IEnumerable<MethodInfo> Closed(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.GetCustomAttributes<ClosedWithAttribute>().Select(closed => method.MakeGenericMethod(closed.Arguments))
        : [method];

    private static KernelCase CaseOf(MethodInfo method, KernelFamilyAttribute family, string prefix)
    {
        var types = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";
        var ulps = (method.GetCustomAttribute<WithinUlpsAttribute>() ?? method.DeclaringType!.GetCustomAttribute<WithinUlpsAttribute>())?.Ulps ?? 0;
        var extents = family.Extents is [] ? [KernelData.Pairs] : family.Extents;
        var index = method.GetParameters()[0].ParameterType;
        return new($"{prefix}{method.DeclaringType!.Name}.{method.Name}{types}", KernelEntry.OfIndex(method), [.. extents.Select(extent => LaunchOf(index, extent))], ulps);
    }

    private static LaunchDimensions LaunchOf(Type index, int extent)
    {
        if (index == typeof(Index1D))
            return LaunchDimensions.Of(new Index1D(extent));
        if (index == typeof(Index2D))
            return LaunchDimensions.Of(new Index2D(extent, 3));
        return index == typeof(Index3D) ? LaunchDimensions.Of(new Index3D(extent, 2, 3)) : LaunchDimensions.Of(new LongIndex1D(extent));
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
