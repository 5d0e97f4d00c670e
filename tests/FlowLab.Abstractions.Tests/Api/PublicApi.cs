using System.Reflection;
using System.Text;

namespace FlowLab.Abstractions.Tests.Api;

/// <summary>Writes down the public and protected members of an assembly, one line each, in an order that depends on names only.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in type.GetMembers(Declared).Select(Describe).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<string> bases = (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [Name(parent)] : (string[])[])
            .Concat(type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal));
        string list = string.Join(", ", bases);
        return $"{kind} {type.Namespace}.{Name(type)}{(list.Length > 0 ? " : " + list : "")}{Constraints(type.GetGenericArguments())}";
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo c when IsVisible(c) => $"new({Parameters(c)})",
        MethodInfo m when IsVisible(m) && !m.IsSpecialName && !m.Name.StartsWith('<') =>
            $"{Modifiers(m)}{Name(m.ReturnParameter)} {m.Name}{Arguments(m.GetGenericArguments())}({Parameters(m)}){Constraints(m.GetGenericArguments())}",
        MethodInfo { IsSpecialName: true } m when IsVisible(m) && m.Name.StartsWith("op_", StringComparison.Ordinal) =>
            $"static {Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        PropertyInfo p when Accessors(p) is { Length: > 0 } accessors =>
            $"{Modifiers(p.GetAccessors(true)[0])}{Required(p)}{Name(p.PropertyType)} {p.Name} {{ {accessors} }}",
        FieldInfo f when (f.IsPublic || f.IsFamily) && !f.IsSpecialName =>
            f.IsLiteral ? $"const {Name(f.FieldType)} {f.Name} = {Convert.ToString(f.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}"
            : $"{(f.IsStatic ? "static " : "")}{(f.IsInitOnly ? "readonly " : "")}{Name(f.FieldType)} {f.Name}",
        EventInfo e when IsVisible(e.AddMethod!) => $"event {Name(e.EventHandlerType!)} {e.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true, IsAbstract: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Required(PropertyInfo property) =>
        property.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute") ? "required " : "";

    private static string Accessors(PropertyInfo property)
    {
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get;" : "";
        string set = property.SetMethod is { } setter && IsVisible(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? "init;" : "set;"
            : "";
        return $"{get} {set}".Trim();
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{Name(p)} {p.Name}{(p.HasDefaultValue ? " = " + (Convert.ToString(p.RawDefaultValue, System.Globalization.CultureInfo.InvariantCulture) ?? "null") : "")}"));

    private static string Name(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsByRef)
            return Name(parameter.ParameterType);
        string mode = parameter.IsOut ? "out" : parameter.IsIn ? "in" : "ref";
        return $"{mode} {Name(parameter.ParameterType.GetElementType()!)}";
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        string name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + Arguments(type.GetGenericArguments());
    }

    private static string Arguments(Type[] arguments) =>
        arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Variance))}>";

    private static string Variance(Type argument)
    {
        GenericParameterAttributes variance = argument.IsGenericParameter
            ? argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask
            : GenericParameterAttributes.None;
        string prefix = variance switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        };
        return prefix + Name(argument);
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(a => a.IsGenericParameter).Select(Constraint));

    private static string Constraint(Type argument)
    {
        IEnumerable<string> constraints = argument.GetGenericParameterConstraints().Select(Name).Order(StringComparer.Ordinal);
        if (argument.CustomAttributes.Any(a => a.AttributeType.Name == "IsUnmanagedAttribute"))
            constraints = constraints.Where(c => c != "ValueType").Prepend("unmanaged");
        string list = string.Join(", ", constraints);
        return list.Length > 0 ? $" where {argument.Name} : {list}" : "";
    }
}
