using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ILGPU.Tests.PublicApi;

/// <summary>The public types and members of an assembly as sorted lines of C#-like text.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] ObjectMethods = ["Equals", "GetHashCode", "ToString"];

    internal static List<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(LinesOf).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> LinesOf(Type type)
    {
        var name = $"{type.Namespace}.{TypeText.Of(type)}";
        yield return $"{name} is {TypeText.KindOf(type)}{TypeText.ConstraintsOf(type)}";
        foreach (var member in type.GetMembers(Declared))
        {
            if (!IsOfDelegate(member) && LineOf(member) is { } line)
                yield return $"{name} :: {line}";
        }
    }

    private static bool IsOfDelegate(MemberInfo member) =>
        typeof(Delegate).IsAssignableFrom(member.DeclaringType) && member.Name != "Invoke";

    private static string? LineOf(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{TypeText.NameOf(constructor.DeclaringType!)}({Parameters(constructor)});",
        FieldInfo { IsSpecialName: true } => null,
        FieldInfo { DeclaringType.IsEnum: true } field => $"{field.Name}={Convert.ToInt64(field.GetRawConstantValue(), null)}",
        FieldInfo { IsLiteral: true } field => $"const {TypeText.Of(field.FieldType)} {field.Name};",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field.FieldType)} {field.Name};",
        PropertyInfo property => PropertyLine(property),
        EventInfo @event => $"event {TypeText.Of(@event.EventHandlerType!)} {@event.Name};",
        MethodInfo method => MethodLine(method),
        _ => null,
    };

    private static string PropertyLine(PropertyInfo property)
    {
        var accessors = property.SetMethod?.IsPublic == true ? "{ get; set; }" : "{ get; }";
        var index = string.Join(", ", property.GetIndexParameters().Select(Parameter));
        var name = index.Length > 0 ? $"this[{index}]" : property.Name;
        return $"{(property.GetMethod!.IsStatic ? "static " : "")}{TypeText.Of(property.PropertyType)} {name} {accessors}";
    }

    private static string? MethodLine(MethodInfo method)
    {
        var isAccessor = method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
        if (isAccessor || ObjectMethods.Contains(method.Name))
            return null;
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{ModifierOf(method)}{TypeText.Of(method.ReturnType)} {method.Name}{generics}"
            + $"({extension}{Parameters(method)}){string.Concat(method.GetGenericArguments().Select(TypeText.ConstraintOf))};";
    }

    private static string ModifierOf(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsVirtual: false } or { IsFinal: true } or { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        _ => method.GetBaseDefinition() == method ? "virtual " : "override ",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var mode = parameter.IsOut ? "out " : parameter.IsIn ? "in " : "";
        var text = TypeText.Of(parameter.ParameterType);
        var preset = parameter.HasDefaultValue ? string.Create(CultureInfo.InvariantCulture, $" = {parameter.DefaultValue ?? "null"}") : "";
        return $"{mode}{(mode.Length > 0 ? text["ref ".Length..] : text)} {parameter.Name}{preset}";
    }
}
