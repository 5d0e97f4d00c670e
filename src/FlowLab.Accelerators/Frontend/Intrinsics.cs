using System.Diagnostics;
using System.Reflection;

namespace FlowLab.Accelerators.Frontend;

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
        if (IsAssertion(method) || (isTrusted && typeof(Exception).IsAssignableFrom(type)))
            return Nothing;
        if (isTrusted && method.ReturnType == typeof(string))
            return Text;
        return ComparisonIntrinsics.Find(method) ?? MathIntrinsics.Find(method) ?? BitIntrinsics.Find(method) ?? GroupIntrinsics.Find(method) ?? AllocationIntrinsics.Find(method)
            ?? AtomicIntrinsics.Find(method) ?? HalfIntrinsics.Find(method);
    }

    /// <summary>Assertions are for the host, where a kernel's method is debugged; kernels leave them out, in Debug builds too.</summary>
    internal static bool IsAssertion(MethodInfo method) =>
        method.Name == nameof(Debug.Assert) && (method.DeclaringType == typeof(Debug) || method.DeclaringType == typeof(Trace));

    /// <summary>The text of an assertion's message: something that nobody reads.</summary>
    private static KernelValue? Text(MethodFrame frame, MethodInfo method, KernelValue[] arguments) => new(frame.Kernel.Const(0));

    private static KernelValue? Nothing(MethodFrame frame, MethodInfo method, KernelValue[] arguments) => null;
}
