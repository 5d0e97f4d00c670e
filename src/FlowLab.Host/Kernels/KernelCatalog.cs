using System.Reflection;
using FlowLab.Engine;
using FlowLab.Plugins;
using ILGPU;

namespace FlowLab.Host.Kernels;

/// <summary>
/// The kernels of the engine, the contracts and the plugins: the public static void methods of classes named *Kernels whose parameters are
/// all structs, which is where kernels are by convention.
/// </summary>
internal sealed class KernelCatalog
{
    private KernelCatalog(IReadOnlyList<KernelMethod> kernels) => Kernels = kernels;

    /// <summary>All of them, by assembly and name.</summary>
    public IReadOnlyList<KernelMethod> Kernels { get; }

    /// <summary>Looks through the engine, the contracts, whose kernels are closed over structs of all plugins, and the assemblies of plugins.</summary>
    public static KernelCatalog Of(IEnumerable<Assembly> plugins)
    {
        Assembly engine = typeof(FlowLabEngineException).Assembly, contracts = typeof(PluginContract).Assembly;
        Assembly[] others = [.. plugins.OrderBy(plugin => plugin.GetName().Name, StringComparer.Ordinal)];
        return new KernelCatalog(
        [
            .. KernelsOf(engine, new StructCandidates([engine, contracts])),
            .. KernelsOf(contracts, new StructCandidates([contracts, engine, .. others])),
            .. others.SelectMany(plugin => KernelsOf(plugin, new StructCandidates([plugin, engine, contracts]))),
        ]);
    }

    /// <summary>Whether a kernel's instances are numbered by an index, its first parameter; the others run in a grid of groups.</summary>
    public static bool IsIndexed(MethodInfo method) =>
        method.GetParameters() is [var first, ..] && typeof(IIndex).IsAssignableFrom(first.ParameterType);

    private static IEnumerable<KernelMethod> KernelsOf(Assembly home, StructCandidates candidates) =>
        home.GetTypes()
            .Where(type => type.Name.EndsWith("Kernels", StringComparison.Ordinal) && !type.IsGenericTypeDefinition)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(IsKernel)
            .OrderBy(method => $"{method.DeclaringType!.Name}.{method.Name}", StringComparer.Ordinal)
            .Select(method => new KernelMethod(home, method, [.. method.GetGenericArguments().Select(parameter => ParameterOf(parameter, candidates))]));

    private static bool IsKernel(MethodInfo method) =>
        method.ReturnType == typeof(void)
        && method.GetParameters() is { Length: > 0 } parameters
        && parameters.All(parameter => parameter.ParameterType is { IsValueType: true, IsByRef: false } || parameter.ParameterType.IsGenericParameter);

    private static KernelTypeParameter ParameterOf(Type parameter, StructCandidates candidates) => new(parameter.Name, candidates.For(parameter));
}
