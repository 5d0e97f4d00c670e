using System.Reflection;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Finds the method that a call means, and refuses those that cannot be inlined.</summary>
internal static class CallTarget
{
    internal static MethodBase Resolve(MethodFrame frame, MethodBase method, Type? constrainedTo)
    {
        if (constrainedTo is null || method.DeclaringType is not { } declaring)
            return method;
        if (!constrainedTo.IsValueType)
            throw frame.Refuse(KernelRefusal.Virtual, $"{constrainedTo.Name}.{method.Name}");
        if (!declaring.IsInterface)
            return method.DeclaringType == constrainedTo ? method : throw frame.Refuse(KernelRefusal.Allocation, $"{constrainedTo.Name}.{method.Name}");
        return Implementation(constrainedTo, declaring, (MethodInfo)method)
            ?? throw frame.Refuse(KernelRefusal.Virtual, $"{declaring.Name}.{method.Name} of {constrainedTo.Name}");
    }

    internal static void Verify(MethodFrame frame, MethodBase method)
    {
        if (frame.Compilation.IsVerified(method))
            VerifyIsNotRunning(frame, method);
        else
            VerifyFirst(frame, method);
    }

    private static void VerifyFirst(MethodFrame frame, MethodBase method)
    {
        var type = method.DeclaringType;
        var name = $"{type?.Name}.{method.Name}";
        if (type is not null && typeof(Delegate).IsAssignableFrom(type))
            throw frame.Refuse(KernelRefusal.Virtual, name);
        if (method.IsAbstract || (method.IsVirtual && !method.IsFinal && type is { IsValueType: false }))
            throw frame.Refuse(KernelRefusal.Virtual, name);
        if (type == typeof(string))
            throw frame.Refuse(KernelRefusal.Text, name);
        if (type is not null && typeof(Exception).IsAssignableFrom(type))
            throw frame.Refuse(KernelRefusal.Exceptions, name);
        if (frame.Compilation.IsFramework(method.Module) && !IsInlinable(method))
            throw frame.Refuse(KernelRefusal.Framework, name);
        if (!method.IsStatic && type is { IsValueType: false })
            throw frame.Refuse(KernelRefusal.ReferenceType, name);
        if (method.GetMethodBody() is null)
            throw frame.Refuse(KernelRefusal.NoBody, name);
        VerifyIsNotRunning(frame, method);
        frame.Compilation.Accept(method);
    }

    private static void VerifyIsNotRunning(MethodFrame frame, MethodBase method)
    {
        if (frame.IsRunning(method))
            throw frame.Refuse(KernelRefusal.Recursion, $"{method.DeclaringType?.Name}.{method.Name}");
    }

    /// <summary>Framework methods whose C# bodies are as simple as a kernel's own.</summary>
    private static bool IsInlinable(MethodBase method) =>
        (method.DeclaringType!.FullName is { } name && (name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || name.StartsWith("System.Nullable`", StringComparison.Ordinal)))
        || (method.DeclaringType == typeof(System.Numerics.BitOperations) && method.Name.StartsWith("Rotate", StringComparison.Ordinal));

    private static MethodInfo? Implementation(Type type, Type declaring, MethodInfo method)
    {
        var map = type.GetInterfaceMap(declaring);
        var definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        var index = Array.FindIndex(map.InterfaceMethods, candidate => candidate.MetadataToken == definition.MetadataToken);
        var target = index < 0 ? null : map.TargetMethods[index];
        if (target?.DeclaringType?.IsInterface != false)
            return null;
        return method.IsGenericMethod ? target.MakeGenericMethod(method.GetGenericArguments()) : target;
    }
}
