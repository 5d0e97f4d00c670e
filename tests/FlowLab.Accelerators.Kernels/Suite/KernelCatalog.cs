using System.Reflection;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Finds the kernels of an assembly.</summary>
internal static class KernelCatalog
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly (GroupShapes Kind, Index3D Grid, Index3D Group)[] Shapes =
    [
        (GroupShapes.Lines, Index3D.One, Index3D.One),
        (GroupShapes.Lines, new(3, 1, 1), new(7, 1, 1)),
        (GroupShapes.Lines, new(2, 1, 1), new(64, 1, 1)),
        (GroupShapes.Planes, new(2, 3, 1), new(5, 3, 1)),
        (GroupShapes.Planes, new(1, 2, 1), new(8, 8, 1)),
        (GroupShapes.Spaces, new(2, 1, 3), new(3, 2, 4)),
        (GroupShapes.Warps, new(3, 1, 1), new(64, 1, 1)),
        (GroupShapes.Warps, new(2, 1, 1), new(16, 8, 1)),
    ];

    /// <summary>All kernels that are compiled with optimization.</summary>
    internal static IReadOnlyList<KernelCase> All { get; } = Of(typeof(KernelCatalog).Assembly, "");

    /// <param name="assembly">Where the families are.</param>
    /// <param name="prefix">What the names of its kernels start with.</param>
    internal static IReadOnlyList<KernelCase> Of(Assembly assembly, string prefix) =>
    [
        .. from family in assembly.GetTypes()
           orderby family.FullName
           from method in family.GetMethods(Declared)
           from closed in Closed(method)
           from kernel in CasesOf(family, closed, prefix)
           select kernel,
    ];

    private static IEnumerable<KernelCase> CasesOf(Type family, MethodInfo method, string prefix)
    {
        if (family.GetCustomAttribute<KernelFamilyAttribute>() is { } indexed && typeof(IIndex).IsAssignableFrom(method.GetParameters().FirstOrDefault()?.ParameterType))
            yield return CaseOf(KernelEntry.OfIndex(method), LaunchesOf(indexed, method.GetParameters()[0].ParameterType), false, prefix);
        if (family.GetCustomAttribute<GroupFamilyAttribute>() is { } grouped && method.ReturnType == typeof(void) && !method.IsPrivate)
            yield return CaseOf(KernelEntry.OfGroups(method), LaunchesOf(grouped), grouped.Shapes.HasFlag(GroupShapes.Warps), prefix);
    }

    private static IEnumerable<MethodInfo> Closed(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.GetCustomAttributes<ClosedWithAttribute>().Select(closed => method.MakeGenericMethod(closed.Arguments))
        : [method];

    private static KernelCase CaseOf(KernelEntry entry, IEnumerable<LaunchDimensions> launches, bool usesWarps, string prefix)
    {
        var method = entry.Method;
        var types = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";
        var ulps = (method.GetCustomAttribute<WithinUlpsAttribute>() ?? method.DeclaringType!.GetCustomAttribute<WithinUlpsAttribute>())?.Ulps ?? 0;
        return new($"{prefix}{method.DeclaringType!.Name}.{method.Name}{types}", entry, [.. launches], ulps, usesWarps);
    }

    private static IEnumerable<LaunchDimensions> LaunchesOf(KernelFamilyAttribute family, Type index) =>
        (family.Extents is [] ? [KernelData.Pairs] : family.Extents).Select(extent => LaunchOf(index, extent));

    private static IEnumerable<LaunchDimensions> LaunchesOf(GroupFamilyAttribute family) =>
        from shape in Shapes
        where family.Shapes.HasFlag(shape.Kind)
        select LaunchDimensions.Of(new KernelConfig(shape.Grid, shape.Group)) with { DynamicSharedSize = family.SharedBytes };

    private static LaunchDimensions LaunchOf(Type index, int extent)
    {
        if (index == typeof(Index1D))
            return LaunchDimensions.Of(new Index1D(extent));
        if (index == typeof(Index2D))
            return LaunchDimensions.Of(new Index2D(extent, 3));
        return LaunchDimensions.Of(new Index3D(extent, 2, 3));
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
