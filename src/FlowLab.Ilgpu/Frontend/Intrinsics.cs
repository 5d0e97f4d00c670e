using System.Reflection;

namespace ILGPU.Frontend;

/// <summary>What a known method computes, instead of its body.</summary>
internal delegate KernelValue? Intrinsic(MethodFrame frame, MethodInfo method, KernelValue[] arguments);

/// <summary>The table of known methods.</summary>
internal static class Intrinsics
{
    /// <summary>The intrinsic for a method, or null: then it is inlined.</summary>
    /// <param name="method">The closed method.</param>
    /// <param name="isTrusted">The caller is the runtime's own code, whose argument checks are left out.</param>
    internal static Intrinsic? Find(MethodInfo method, bool isTrusted)
    {
        var type = method.DeclaringType!;
        if (TypeLayout.IsViewType(type))
            return ViewIntrinsics.Find(method);
        if (type == typeof(BoundsCheck) || type == typeof(CopyCheck) || (isTrusted && typeof(Exception).IsAssignableFrom(type)))
            return Nothing;
        return MathIntrinsics.Find(method) ?? BitIntrinsics.Find(method) ?? GroupIntrinsics.Find(method) ?? AllocationIntrinsics.Find(method)
            ?? AtomicIntrinsics.Find(method);
    }

    private static KernelValue? Nothing(MethodFrame frame, MethodInfo method, KernelValue[] arguments) => null;
}
