using System.Reflection;

namespace FlowLab.Accelerators.Tracing;

/// <summary>Types, fields and calls as C# writes them, without namespaces.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(char)] = "char", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|", ["op_ExclusiveOr"] = "^", ["op_Equality"] = "==", ["op_Inequality"] = "!=",
        ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>", ["op_UnsignedRightShift"] = ">>>",
    };

    internal static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return $"ref {Of(type.GetElementType()!)}";
        if (type.IsPointer)
            return $"{Of(type.GetElementType()!)}*";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var arguments = type.IsGenericParameter ? [] : type.GetGenericArguments();
        var outer = type.DeclaringType is { } declaring && !type.IsGenericParameter ? $"{Bare(declaring)}." : "";
        return $"{outer}{Bare(type)}{Generic(arguments)}";
    }

    /// <summary>The field's name; of a field behind a property or a primary constructor the name that the source has.</summary>
    internal static string Of(FieldInfo field) =>
        field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    /// <summary>A kernel's name: <c>PlanarKernels.Forward</c>, its type arguments included.</summary>
    internal static string Of(MethodInfo method) =>
        $"{Of(method.DeclaringType!)}.{method.Name}{(method.IsGenericMethod ? Generic(method.GetGenericArguments()) : "")}";

    /// <summary>A call with its arguments, and whether the text is an operand without parentheses.</summary>
    internal static (string Text, bool IsAtom) Invocation(MethodBase method, string target, ILExpression[] arguments)
    {
        if (arguments.Length == 2 && Operators.TryGetValue(method.Name, out var sign))
            return ($"{arguments[0].Operand} {sign} {arguments[1].Operand}", false);
        if (arguments.Length == 0 && method.Name.StartsWith("get_", StringComparison.Ordinal))
            return ($"{target}.{method.Name[4..]}", true);
        var list = string.Join(", ", arguments.Select(argument => argument.Argument));
        if (method is ConstructorInfo)
            return ($"new {target}({list})", true);
        var generic = method.IsGenericMethod && arguments.Length == 0 ? Generic(method.GetGenericArguments()) : "";
        return ($"{target}.{method.Name}{generic}({list})", true);
    }

    private static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
