using System.Reflection;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Tracing;

/// <summary>The operators of .NET's vectors and the methods of the same meaning.</summary>
internal static class VectorOperators
{
    private static readonly (string Method, string Operator)[] All =
    [
        ("Add", "op_Addition"), ("Subtract", "op_Subtraction"), ("Multiply", "op_Multiply"), ("Divide", "op_Division"),
        ("Negate", "op_UnaryNegation"), ("BitwiseAnd", "op_BitwiseAnd"), ("BitwiseOr", "op_BitwiseOr"), ("Xor", "op_ExclusiveOr"),
        ("OnesComplement", "op_OnesComplement"),
    ];

    /// <summary>The operator that does what a method of vectors does; null where there is none.</summary>
    internal static string? OperatorOf(string method)
    {
        foreach (var pair in All)
        {
            if (pair.Method == method)
                return pair.Operator;
        }

        return null;
    }

    /// <summary>The method that an operator of vectors stands for; null for all else.</summary>
    internal static string? MethodOf(MethodBase method)
    {
        if (method.DeclaringType?.Namespace != typeof(Vector128).Namespace)
            return null;
        foreach (var pair in All)
        {
            if (pair.Operator == method.Name)
                return pair.Method;
        }

        return null;
    }
}
