using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlowLab.Host.Kernels;

/// <summary>Finds the structs that may stand for a generic parameter; generic ones are closed with what may stand for theirs.</summary>
internal sealed class StructCandidates(IReadOnlyList<Assembly> assemblies)
{
    private const int DeepestNesting = 4;

    private static readonly MethodInfo IsReference =
        typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!;

    private readonly Type[] _structs =
        [.. assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsValueType: true, IsEnum: false, IsByRefLike: false })];

    /// <summary>The candidates, ordered by name; none for a parameter that is not constrained to an interface.</summary>
    public IReadOnlyList<Type> For(Type parameter) => For(parameter, DeepestNesting);

    private Type[] For(Type parameter, int depth)
    {
        Type[] interfaces = [.. parameter.GetGenericParameterConstraints().Where(constraint => constraint.IsInterface)];
        if (interfaces.Length == 0 || interfaces.Any(constraint => constraint.IsGenericType) || depth == 0)
            return [];
        return
        [
            .. _structs.Where(type => interfaces.All(constraint => type.GetInterfaces().Contains(constraint)))
                .SelectMany(type => Close(type, depth))
                .Where(type => !IsUnmanaged(parameter) || !HasReferences(type))
                .OrderBy(StructNames.Of, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<Type> Close(Type type, int depth)
    {
        if (!type.IsGenericTypeDefinition)
            return [type];
        IEnumerable<Type[]> choices = [[]];
        foreach (Type parameter in type.GetGenericArguments())
            choices = [.. choices.SelectMany(chosen => For(parameter, depth - 1).Select(candidate => (Type[])[.. chosen, candidate]))];
        return choices.Select(type.MakeGenericType);
    }

    private static bool IsUnmanaged(Type parameter) => parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsUnmanagedAttribute");

    private static bool HasReferences(Type type) => (bool)IsReference.MakeGenericMethod(type).Invoke(null, null)!;
}
