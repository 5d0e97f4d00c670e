using System.Reflection;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Frontend;

/// <summary>CompareTo and Equals of numbers, which generic comparisons call.</summary>
internal static class ComparisonIntrinsics
{
    internal static Intrinsic? Find(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (!type.IsPrimitive || method.IsStatic || method.Name is not (nameof(int.CompareTo) or nameof(int.Equals)))
            return null;
        return typeof(Comparison).GetMethod(method.Name, BindingFlags.Static | BindingFlags.NonPublic, [type, type]) is { } body
            && method.GetParameters() is [{ ParameterType: var other }] && other == type
                ? (frame, _, arguments) => frame.Inline(body, [frame.LoadThrough(arguments[0], type), arguments[1]])
                : null;
    }
}
