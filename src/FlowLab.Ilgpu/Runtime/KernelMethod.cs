using System.Reflection;

namespace ILGPU.Runtime;

/// <summary>The static method behind a kernel delegate.</summary>
internal static class KernelMethod
{
    /// <exception cref="NotSupportedException">FLK001: the delegate is not one static method without captured state.</exception>
    internal static MethodInfo Of(Delegate kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var method = kernel.Method;
        if (!method.IsStatic || kernel.Target is not null || !kernel.HasSingleTarget)
            throw new NotSupportedException(Refusal(method));
        return method;
    }

    private static string Refusal(MethodInfo method)
    {
        var isLambda = method.Name.StartsWith('<');
        var what = isLambda ? "a lambda or local function" : "an instance method or combined delegate";
        return $"FLK001: a kernel must be one static method without captured state, but "
            + $"{method.DeclaringType?.FullName}.{method.Name} is {what}. Make it a static method and pass everything it needs as parameters.";
    }
}
