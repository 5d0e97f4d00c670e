using System.Reflection;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Conversions of ILGPU's Half from and to float; everything else that it does is made of them in C#.</summary>
internal static class HalfIntrinsics
{
    internal static Intrinsic? Find(MethodInfo method)
    {
        if (method.DeclaringType != typeof(ILGPU.Half) || method.GetParameters() is not [{ ParameterType: var source }])
            return null;
        return (method.Name, source == typeof(float), method.ReturnType == typeof(float)) switch
        {
            ("op_Implicit", _, true) => BodyOf(nameof(HalfConversions.ToSingle)),
            ("op_Explicit", true, _) => BodyOf(nameof(HalfConversions.FromSingle)),
            _ => null,
        };
    }

    private static Intrinsic BodyOf(string name)
    {
        var body = typeof(HalfConversions).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
        return (frame, _, arguments) => frame.Inline(body, arguments);
    }
}
